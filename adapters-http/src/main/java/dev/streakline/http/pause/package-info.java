/** Pauses over HTTP. Specification, sections 4 and 17. */
@NullMarked
package dev.streakline.http.pause;

import org.jspecify.annotations.NullMarked;
