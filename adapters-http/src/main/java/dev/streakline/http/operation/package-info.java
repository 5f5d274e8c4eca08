/** Routes about the service itself, for operators and programmers. Specification, sections 17 and 21. */
@NullMarked
package dev.streakline.http.operation;

import org.jspecify.annotations.NullMarked;
