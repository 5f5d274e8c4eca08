/** Answers about viewing time. Specification, section 5. */
@NullMarked
package dev.streakline.application.viewing;

import org.jspecify.annotations.NullMarked;
