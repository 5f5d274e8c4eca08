package dev.streakline.domain.viewing;

import dev.streakline.domain.calendar.EpochMicros;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * A span of whole local days that statistics cover, half-open: {@code end} is the first day after it.
 *
 * <p>Example: the week of Thursday 2024-02-29 is 2024-02-26 to 2024-03-04 (exclusive).
 *
 * @param kind how long it is
 * @param start the first day
 * @param end the day after the last; for {@link WindowKind#ALL} both are the ends of {@link LocalDate}'s time
 */
public record Window(WindowKind kind, LocalDate start, LocalDate end) {

    /** All of history. */
    public static final Window ALL = new Window(WindowKind.ALL, LocalDate.MIN, LocalDate.MAX);

    /** The window of a kind that contains a day. */
    public static Window of(WindowKind kind, LocalDate day) {
        return switch (kind) {
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Window(kind, monday, monday.plusWeeks(1));
            }
            case MONTH ->
                new Window(kind, day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1));
            case YEAR ->
                new Window(kind, day.withDayOfYear(1), day.withDayOfYear(1).plusYears(1));
            case ALL -> ALL;
        };
    }

    boolean contains(int day) {
        return kind == WindowKind.ALL || (day >= start.toEpochDay() && day < end.toEpochDay());
    }

    /**
     * The window before this one.
     *
     * @throws IllegalStateException for {@link WindowKind#ALL}, which has none
     */
    public Window previous() {
        if (kind == WindowKind.ALL) {
            throw new IllegalStateException("there is no window before all of history");
        }
        return of(kind, start.minusDays(1));
    }

    /**
     * The local clock, inclusive, up to which the previous window counts in a comparison with this one (detail 18).
     * <ul>
     * <li>This window is over: its end.
     * <li>This window is running: the same date and time of day one window earlier; if that date does not exist, the
     *     end of its month.
     * <li>This window is ahead: before its beginning, so that nothing counts.
     * </ul>
     *
     *
     * <p>Example: at noon of 31 March the whole of February counts, at noon of 28 March February up to noon of the
     * 28th.
     *
     * @param latestClock the latest local clock that the viewer has seen, in microseconds since the local day
     *     1970-01-01 began (detail 168)
     */
    long previousUntil(long latestClock) {
        LocalDate today = LocalDate.ofEpochDay(Math.floorDiv(latestClock, EpochMicros.PER_DAY));
        if (today.isBefore(start)) {
            return Long.MIN_VALUE;
        }
        if (!today.isBefore(end)) {
            return startOfDay(start) - 1;
        }
        LocalDate earlier = switch (kind) {
            case WEEK -> today.minusWeeks(1);
            case MONTH -> today.minusMonths(1);
            case YEAR -> today.minusYears(1);
            case ALL -> throw new IllegalStateException("there is no window before all of history");
        };
        boolean exists = kind == WindowKind.WEEK || earlier.getDayOfMonth() == today.getDayOfMonth();
        return exists
                ? startOfDay(earlier) + Math.floorMod(latestClock, EpochMicros.PER_DAY)
                : startOfDay(YearMonth.from(earlier).atEndOfMonth().plusDays(1)) - 1;
    }

    private static long startOfDay(LocalDate day) {
        return ChronoUnit.DAYS.between(LocalDate.EPOCH, day) * EpochMicros.PER_DAY;
    }
}
