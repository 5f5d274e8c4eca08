/** Statistics of viewers on channels over HTTP. Specification, sections 7, 8 and 17. */
@NullMarked
package dev.streakline.http.lifetime;

import org.jspecify.annotations.NullMarked;
