package dev.streakline.domain.viewing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer watched in a window (section 5).
 *
 * @param window the bounds of the whole window, also while it is running (detail 77)
 * @param asOf the local day up to which it has run
 * @param seconds counted seconds, estimates included
 * @param estimatedSeconds how many of them are estimates
 * @param sessions distinct sessions; several slices of one sitting are one
 * @param activeDays local days with a session
 * @param movies distinct movies with a session, completed or not (detail 24)
 * @param shows distinct shows with a session of one of their episodes
 * @param episodes distinct episodes with a session
 * @param byKind by kind of title
 * @param byGenre by genre; a session of several is split equally among them, the spare seconds going one each to the
 *     first in code-point order (detail 41)
 * @param byPlatform by platform
 * @param byMonth by calendar month, ascending, months without a session left out
 * @param comparison with the window before; absent for all of history
 */
public record ViewingTime(
        Window window,
        LocalDate asOf,
        long seconds,
        long estimatedSeconds,
        int sessions,
        int activeDays,
        int movies,
        int shows,
        int episodes,
        List<BreakdownItem> byKind,
        List<BreakdownItem> byGenre,
        List<BreakdownItem> byPlatform,
        List<MonthTotal> byMonth,
        @Nullable PeriodComparison comparison) {

    /** Defensive copies; breakdowns are ordered by most seconds, then by name in code-point order. */
    public ViewingTime {
        byKind = List.copyOf(byKind);
        byGenre = List.copyOf(byGenre);
        byPlatform = List.copyOf(byPlatform);
        byMonth = List.copyOf(byMonth);
    }

    /**
     * What was watched in one calendar month.
     *
     * @param month the month of the local days
     * @param seconds counted seconds
     */
    public record MonthTotal(YearMonth month, long seconds) {}
}
