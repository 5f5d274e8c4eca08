/** Recalculations that administrators request over HTTP. Specification, sections 10 and 17. */
@NullMarked
package dev.streakline.http.recalculation;

import org.jspecify.annotations.NullMarked;
