package dev.streakline.application.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The local days on which a viewer watched something.
 *
 * @param asOf the moment
 * @param zone the viewer's zone at the moment
 * @param today the viewer's local day at the moment
 * @param from the first requested day, inclusive; absent for all from the first
 * @param to the last requested day, inclusive; absent for all to the last
 * @param days those with a session, ascending
 */
public record CalendarView(
        Instant asOf,
        String zone,
        LocalDate today,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<DayView> days) {

    /** Defensive copies. */
    public CalendarView {
        days = List.copyOf(days);
    }

    /**
     * One local day.
     *
     * @param seconds counted seconds of the plays that started on the day
     * @param plays how many watch facts there are
     */
    public record DayView(LocalDate date, long seconds, int plays) {}
}
