package dev.streakline.http.statistics;

import dev.streakline.application.fact.Zones;
import dev.streakline.application.viewing.ShowViewingTime;
import dev.streakline.domain.viewing.PeriodComparison;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Viewing time of a window. Seconds of the parts add up to the total; hours are each rounded half up to two decimals.
 *
 * @param zone of the viewer
 * @param period week, month, year or all
 * @param from the first local day of the window; absent for all
 * @param to the day after its last, also while it is running; absent for all
 * @param comparison beside the same elapsed part of the window before; absent for all
 */
record ViewingTimeJson(
        String zone,
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
        List<ShareJson> byType,
        List<ShareJson> byGenre,
        List<ShareJson> byPlatform,
        @Nullable PeriodComparison comparison) {

    /** Defensive copies. */
    ViewingTimeJson {
        byType = List.copyOf(byType);
        byGenre = List.copyOf(byGenre);
        byPlatform = List.copyOf(byPlatform);
    }

    /** A part of a breakdown. */
    record ShareJson(String name, long seconds, BigDecimal hours) {}

    static ViewingTimeJson of(ShowViewingTime.ViewingTimeView view) {
        return new GeneratedViewingTimeMapper().of(view.viewingTime(), Zones.name(view.zone()));
    }
}
