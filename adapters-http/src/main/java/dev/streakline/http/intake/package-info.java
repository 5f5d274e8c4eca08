/**
 * Events in: an array answered item by item, or a stream of lines, a thousand of which are one transaction. Specification,
 * section 2.
 */
@NullMarked
package dev.streakline.http.intake;

import org.jspecify.annotations.NullMarked;
