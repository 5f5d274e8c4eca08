/** Statistics of a viewer over HTTP: streaks, milestones, viewing time and the calendar. Specification, sections 4 to 6, 10 and 17. */
@NullMarked
package dev.streakline.http.statistics;

import org.jspecify.annotations.NullMarked;
