/** The heat map over HTTP. Specification, section 17. */
@NullMarked
package dev.streakline.http.calendar;

import org.jspecify.annotations.NullMarked;
