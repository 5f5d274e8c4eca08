package dev.streakline.http.lifetime;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.lifetime.ShowLifetime;
import dev.streakline.domain.lifetime.LifetimeStatistics.Loyalty;
import dev.streakline.domain.lifetime.Radar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer is to a channel.
 *
 * @param zone of the viewer
 * @param badges all of them, in their order
 * @param radarScores six values from 0 to 100
 */
record LifetimeJson(
        String viewer,
        String channel,
        String zone,
        WatchTimeJson watchTime,
        MessagesJson messages,
        Loyalty loyalty,
        ActivityJson activity,
        RankingsJson rankings,
        List<BadgeJson> badges,
        Radar radarScores) {

    /** Defensive copy. */
    LifetimeJson {
        badges = List.copyOf(badges);
    }

    static LifetimeJson of(ViewerId viewer, ShowLifetime.LifetimeView view) {
        return new GeneratedLifetimeMapper().of(viewer, view);
    }

    /** What was watched; the average is absent when no session has a length or an estimate, both dates without a session. */
    record WatchTimeJson(
            long seconds,
            long minutes,
            BigDecimal hours,
            long estimatedSeconds,
            int sessions,
            @Nullable Long averageSessionSeconds,
            @Nullable LocalDate firstWatched,
            @Nullable LocalDate lastWatched) {}

    /** Messages by kind. */
    record MessagesJson(int total, int chat, int subscriptions, int cheers, int gifts, int raids, long bits) {}

    /** Active days lately, and of the month that has most, such as 2026-03. */
    record ActivityJson(
            int last30Days, int last90Days, @Nullable String mostActiveMonth, int mostActiveMonthDays) {}

    /** Ranks on the channel, as of when it was last ranked; absent when it never was. */
    record RankingsJson(@Nullable Instant asOf, RankJson watchTime, RankJson messages) {}

    /** A rank, or why there is none (detail 40). */
    record RankJson(
            @Nullable StandingJson ranking, @Nullable String reason) {}

    /** A rank; {@code percentile} is absent when there are no others. */
    record StandingJson(
            int rank,
            int population,
            int below,
            int equal,
            int above,
            @Nullable BigDecimal percentile,
            int topPercent) {}

    /** A badge; when and how exactly it was unlocked is absent until it is. */
    record BadgeJson(
            String badge,
            String category,
            String unit,
            int threshold,
            int progress,
            @Nullable Instant unlockedAt,
            @Nullable String precision) {}
}
