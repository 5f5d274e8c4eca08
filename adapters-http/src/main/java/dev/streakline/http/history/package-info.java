/** Statistics made anew on request. Specification, sections 10 and 17. */
@NullMarked
package dev.streakline.http.history;

import org.jspecify.annotations.NullMarked;
