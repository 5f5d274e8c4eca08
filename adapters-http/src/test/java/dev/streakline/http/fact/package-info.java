/** Tests of how the texts of events are taken apart. */
@NullMarked
package dev.streakline.http.fact;

import org.jspecify.annotations.NullMarked;
