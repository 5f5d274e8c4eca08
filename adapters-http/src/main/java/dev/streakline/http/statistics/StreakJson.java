package dev.streakline.http.statistics;

import dev.streakline.application.fact.Zones;
import dev.streakline.application.streak.ShowStreak;
import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.streak.Streak;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A viewer's streak.
 *
 * @param zone of the viewer
 * @param today his local day
 * @param status active, at_risk, paused, frozen, broken or none
 * @param currentStreak qualified days of the living run
 * @param streakStartDate absent when nothing runs
 * @param expiresAt the first instant at which the streak is broken if nothing more is watched; absent when nothing runs
 * @param longestStreak 0 while no day has qualified
 * @param lastWatchedDate the last local day with a session
 * @param freezes tokens in hand
 * @param contentTypesInStreak kinds of titles in the current run, in order
 */
record StreakJson(
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
    StreakJson {
        contentTypesInStreak = List.copyOf(contentTypesInStreak);
    }

    static StreakJson of(ShowStreak.StreakView view) {
        Streak streak = view.streak();
        Run longest = streak.longest();
        return new StreakJson(
                Zones.name(view.zone()),
                view.today(),
                streak.state().name().toLowerCase(Locale.ROOT),
                streak.current(),
                streak.start(),
                streak.expiresAt(),
                longest == null ? 0 : longest.length(),
                longest == null ? null : longest.start(),
                longest == null ? null : longest.end(),
                streak.lastWatched(),
                streak.freezes(),
                view.kinds().stream().map(TitleKind::code).sorted().toList());
    }
}
