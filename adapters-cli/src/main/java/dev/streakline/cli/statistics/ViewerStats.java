package dev.streakline.cli.statistics;

import dev.streakline.application.Streakline;
import dev.streakline.application.calendar.CalendarView;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.Zones;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.milestone.MilestonesView;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.statistics.TotalsView;
import dev.streakline.application.streak.StreakView;
import dev.streakline.application.viewing.ViewingTimeView;
import dev.streakline.domain.viewing.WindowKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * All statistics of one viewer, as {@code stats --json} prints them. Streak, milestones, calendar and each viewing time are what
 * the routes of these names answer.
 *
 * @param asOf the moment
 * @param zone the viewer's zone at the moment
 * @param today the viewer's local day at the moment
 * @param viewingTime by period: week, month, year, all
 */
record ViewerStats(
        String viewer,
        Instant asOf,
        String zone,
        LocalDate today,
        TotalsView totals,
        StreakView streak,
        MilestonesView milestones,
        Map<String, ViewingTimeView> viewingTime,
        CalendarView calendar) {

    /** The statistics of a known viewer at a moment. */
    static ViewerStats of(Streakline streakline, ViewerId viewer, AsOf moment) {
        Map<String, ViewingTimeView> windows = new LinkedHashMap<>();
        for (WindowKind kind : WindowKind.values()) {
            windows.put(
                    kind.code(),
                    streakline.showViewingTime().show(viewer, kind, moment).orElseThrow());
        }
        ReadHistory.Evaluated evaluated =
                streakline.readHistory().statistics(viewer, moment).orElseThrow();
        return new ViewerStats(
                viewer.value(),
                evaluated.now(),
                Zones.name(evaluated.zone()),
                evaluated.today(),
                TotalsView.of(evaluated),
                StreakView.of(evaluated),
                streakline.showMilestones().show(viewer, moment).orElseThrow(),
                windows,
                streakline.showCalendar().show(viewer, moment).orElseThrow());
    }

    /** The viewing time of all of history. */
    ViewingTimeView allTime() {
        return Objects.requireNonNull(viewingTime.get(WindowKind.ALL.code()), "all windows are there");
    }
}
