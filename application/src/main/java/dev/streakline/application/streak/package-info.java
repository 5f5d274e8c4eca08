/** Answers about streaks. Specification, section 4. */
@NullMarked
package dev.streakline.application.streak;

import org.jspecify.annotations.NullMarked;
