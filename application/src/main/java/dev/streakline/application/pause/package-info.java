/** The pauses that viewers declare, during which streaks are protected. Specification, section 4 and details 10 and 11. */
@NullMarked
package dev.streakline.application.pause;

import org.jspecify.annotations.NullMarked;
