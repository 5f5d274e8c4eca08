/** Streaks and pauses over HTTP. Specification, sections 4 and 17. */
@NullMarked
package dev.streakline.http.streak;

import org.jspecify.annotations.NullMarked;
