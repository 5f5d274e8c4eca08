package dev.streakline.application.lifetime;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A viewer's statistics on a channel at a moment (section 7).
 *
 * @param asOf the moment
 * @param zone the viewer's zone at the moment
 * @param rankings the viewer's ranks on the channel; absent in an answer for another zone than the viewer's
 * @param badges all of them, in their order
 */
public record LifetimeView(
        Instant asOf,
        String viewer,
        String channel,
        String zone,
        WatchTimeView watchTime,
        MessagesView messages,
        LoyaltyView loyalty,
        ActivityView activity,
        @Nullable RankingsView rankings,
        List<BadgeView> badges,
        RadarView radarScores) {

    /** Defensive copy. */
    public LifetimeView {
        badges = List.copyOf(badges);
    }

    /** Whether the viewer was never active on the channel. */
    public boolean hasNothing() {
        return loyalty.activeDays() == 0;
    }

    /**
     * What was watched on the channel.
     *
     * @param seconds counted seconds, estimates included
     * @param minutes the same in whole minutes, rounded down
     * @param hours the same in hours, two decimals, half up
     * @param estimatedSeconds how many of the seconds are estimates
     * @param sessions distinct sessions
     * @param averageSessionSeconds half up; absent when no session has a length or an estimate
     * @param firstWatched the local day of the first session; absent without one
     * @param lastWatched the local day of the last session; absent without one
     */
    public record WatchTimeView(
            long seconds,
            long minutes,
            BigDecimal hours,
            long estimatedSeconds,
            int sessions,
            @Nullable Long averageSessionSeconds,
            @Nullable LocalDate firstWatched,
            @Nullable LocalDate lastWatched) {}

    /** Messages by kind; bits are the sum of all cheers. */
    public record MessagesView(int total, int chat, int subscriptions, int cheers, int gifts, int raids, long bits) {}

    /** Days from the first active day to today, active days, and the streaks on the channel. */
    public record LoyaltyView(int trackingDays, int activeDays, int longestStreak, int currentStreak) {}

    /**
     * Recent activity.
     *
     * @param mostActiveMonth the month with most active days, such as 2026-03; absent without an active day
     */
    public record ActivityView(
            int last30Days, int last90Days, @Nullable String mostActiveMonth, int mostActiveMonthDays) {}

    /**
     * Ranks on the channel.
     *
     * @param asOf when the channel was last ranked; absent when it never was, and in an answer about the past
     */
    public record RankingsView(@Nullable Instant asOf, RankView watchTime, RankView messages) {}

    /**
     * A rank, or the reason why there is none (detail 40).
     *
     * @param reason no_value, opted_out, not_ranked_yet or past
     */
    public record RankView(
            @Nullable StandingView ranking, @Nullable String reason) {}

    /**
     * A rank.
     *
     * @param rank 1 for the most; equal values share a rank
     * @param population how many are ranked
     * @param percentile of the others, the percentage with less; two decimals, rounded down; absent when there are no others
     * @param topPercent the rank in percent of the population, rounded up
     */
    public record StandingView(
            int rank,
            int population,
            int below,
            int equal,
            int above,
            @Nullable BigDecimal percentile,
            int topPercent) {}

    /**
     * A badge.
     *
     * @param threshold in {@code unit}
     * @param progress 0 to 100, rounded down
     * @param unlockedAt absent until it is unlocked
     * @param precision how exactly the instant is known: instant or date; absent until it is unlocked
     */
    public record BadgeView(
            String badge,
            String category,
            String unit,
            int threshold,
            int progress,
            @Nullable Instant unlockedAt,
            @Nullable String precision) {}

    /** Six values from 0 to 100. */
    public record RadarView(
            int watchTime, int interaction, int loyalty, int activity, int contribution, int community) {}
}
