package dev.streakline.application.viewing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a viewer watched in a window (section 5). The seconds of a breakdown add up to the total; their hours are each
 * rounded half up to two decimals and need not (detail 75).
 *
 * @param asOf the moment
 * @param zone the viewer's zone at the moment
 * @param today the viewer's local day at the moment
 * @param period week, month, year or all
 * @param from the first local day of the window; absent for all
 * @param to the day after its last, also while it is running; absent for all
 * @param seconds counted seconds, estimates included
 * @param totalHours the same in hours
 * @param estimatedSeconds how many of the seconds are estimates
 * @param sessions distinct sessions
 * @param activeDays local days with a session
 * @param movies distinct movies with a session, completed or not
 * @param shows distinct shows with a session of one of their episodes
 * @param episodes distinct episodes with a session
 * @param byType by kind of title; as all breakdowns, most seconds first, then by name in code-point order
 * @param byYear ascending, years without a session left out
 * @param byMonth ascending, months without a session left out
 * @param comparison with the same elapsed part of the window before; absent for all
 */
public record ViewingTimeView(
        Instant asOf,
        String zone,
        LocalDate today,
        String period,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long seconds,
        BigDecimal totalHours,
        long estimatedSeconds,
        int sessions,
        int activeDays,
        int movies,
        int shows,
        int episodes,
        List<ShareView> byType,
        List<ShareView> byGenre,
        List<ShareView> byPlatform,
        List<ShareView> byYear,
        List<ShareView> byMonth,
        @Nullable ComparisonView comparison) {

    /** Defensive copies. */
    public ViewingTimeView {
        byType = List.copyOf(byType);
        byGenre = List.copyOf(byGenre);
        byPlatform = List.copyOf(byPlatform);
        byYear = List.copyOf(byYear);
        byMonth = List.copyOf(byMonth);
    }

    /** Whether the window has begun on the viewer's local day; one that has not has no statistics. */
    public boolean hasBegun() {
        return from == null || !from.isAfter(today);
    }

    /** A part of a breakdown. */
    public record ShareView(String name, long seconds, BigDecimal hours) {}

    /**
     * This window beside the window before.
     *
     * @param changePercent two decimals, half away from zero; absent when nothing was watched before
     */
    public record ComparisonView(
            long previousSeconds,
            long changeSeconds,
            @Nullable BigDecimal changePercent) {}
}
