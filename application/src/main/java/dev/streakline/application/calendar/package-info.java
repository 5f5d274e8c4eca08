/** Answers about days. Specification, section 17 (heat map). */
@NullMarked
package dev.streakline.application.calendar;

import org.jspecify.annotations.NullMarked;
