/**
 * Answers about streaks, and the pauses that viewers declare. Specification, section 4 and details 10 and 11.
 */
@NullMarked
package dev.streakline.application.streak;

import org.jspecify.annotations.NullMarked;
