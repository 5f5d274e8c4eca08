/** Milestones over HTTP. Specification, sections 6 and 17. */
@NullMarked
package dev.streakline.http.milestone;

import org.jspecify.annotations.NullMarked;
