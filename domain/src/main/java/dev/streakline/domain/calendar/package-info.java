/**
 * Local days and what happened on them.
 *
 * <p>A <b>local day</b> is the calendar date of an instant for one viewer: in the zone that they lived in at that
 * instant ({@code ZoneTimeline}), counted from the deployment's start of the day ({@code DayStart}). An <b>activity
 * calendar</b> is a set of local days, a <b>run</b> consecutive days of it. Nothing here divides an instant by 86,400:
 * days come from the zone's rules.
 *
 * <p>Columns of facts store days as {@code int} (days since 1970-01-01) and instants as {@code long} microseconds since
 * 1970-01-01T00:00:00Z ({@code EpochMicros}); people see {@code LocalDate} and {@code Instant}.
 */
@NullMarked
package dev.streakline.domain.calendar;

import org.jspecify.annotations.NullMarked;
