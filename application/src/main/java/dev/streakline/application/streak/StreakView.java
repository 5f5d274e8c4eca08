package dev.streakline.application.streak;

import dev.streakline.application.fact.Zones;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.streak.Streak;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A viewer's streak at a moment (section 4).
 *
 * @param asOf the moment
 * @param zone the viewer's zone at the moment
 * @param today the viewer's local day at the moment
 * @param status active, at_risk, paused, frozen, broken or none
 * @param currentStreak qualified days of the current run
 * @param streakStartDate the first day of the current run; absent without one
 * @param expiresAt the instant at which the streak breaks if nothing more is watched; absent without a current run
 * @param longestStreak qualified days of the longest run; 0 while no day has qualified
 * @param longestStartDate the first day of the longest run
 * @param longestEndDate the last day of the longest run
 * @param lastWatchedDate the last local day with a session
 * @param freezes freeze tokens that are left
 * @param contentTypesInStreak the kinds of titles watched on the qualified days of the current run, sorted
 */
public record StreakView(
        Instant asOf,
        String zone,
        LocalDate today,
        String status,
        int currentStreak,
        @Nullable LocalDate streakStartDate,
        @Nullable Instant expiresAt,
        int longestStreak,
        @Nullable LocalDate longestStartDate,
        @Nullable LocalDate longestEndDate,
        @Nullable LocalDate lastWatchedDate,
        int freezes,
        List<String> contentTypesInStreak) {

    /** Defensive copies. */
    public StreakView {
        contentTypesInStreak = List.copyOf(contentTypesInStreak);
    }

    /** The streak of a viewer at a moment. */
    public static StreakView of(ReadHistory.Evaluated viewer) {
        Streak streak = viewer.statistics().streaks().at(viewer.now());
        Run longest = streak.longest();
        return new StreakView(
                viewer.now(),
                Zones.name(viewer.zone()),
                viewer.today(),
                streak.state().code(),
                streak.current(),
                streak.start(),
                streak.expiresAt(),
                longest == null ? 0 : longest.length(),
                longest == null ? null : longest.start(),
                longest == null ? null : longest.end(),
                streak.lastWatched(),
                streak.freezes(),
                viewer.statistics().kindsInStreak(viewer.now()).stream()
                        .map(TitleKind::code)
                        .sorted()
                        .toList());
    }
}
