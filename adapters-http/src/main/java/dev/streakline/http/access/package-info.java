/** API keys over HTTP. Specification, sections 17 and 21. */
@NullMarked
package dev.streakline.http.access;

import org.jspecify.annotations.NullMarked;
