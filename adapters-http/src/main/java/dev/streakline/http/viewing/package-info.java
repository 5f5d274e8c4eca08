/** Viewing time over HTTP. Specification, sections 5 and 17. */
@NullMarked
package dev.streakline.http.viewing;

import org.jspecify.annotations.NullMarked;
