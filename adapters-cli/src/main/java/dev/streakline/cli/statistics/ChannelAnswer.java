package dev.streakline.cli.statistics;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.Zones;
import dev.streakline.application.lifetime.ShowLifetime;
import dev.streakline.domain.lifetime.Badge;
import dev.streakline.domain.lifetime.BadgeUnlock;
import dev.streakline.domain.lifetime.InteractionCounts;
import dev.streakline.domain.lifetime.LifetimeStatistics;
import dev.streakline.domain.lifetime.LifetimeStatistics.Activity;
import dev.streakline.domain.lifetime.LifetimeStatistics.BadgeProgress;
import dev.streakline.domain.lifetime.LifetimeStatistics.Loyalty;
import dev.streakline.domain.lifetime.Radar;
import dev.streakline.domain.lifetime.SessionStart;
import dev.streakline.domain.lifetime.WatchTime;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer is to a channel, as {@code stats --channel C --json} prints it. Instants are RFC 3339, dates and months ISO
 * 8601. Section 7.
 */
public record ChannelAnswer(
        String viewer,
        String channel,
        String asOf,
        String zone,
        WatchTimeJson watchTime,
        MessagesJson messages,
        LoyaltyJson loyalty,
        ActivityJson activity,
        List<BadgeJson> badges,
        RadarJson radarScores) {

    /** The answer about one viewer. */
    public static ChannelAnswer of(ViewerId viewer, ShowLifetime.LifetimeView view) {
        LifetimeStatistics statistics = view.statistics();
        return new ChannelAnswer(
                viewer.value(),
                view.channel(),
                view.asOf().toString(),
                Zones.name(view.zone()),
                WatchTimeJson.of(statistics.watchTime()),
                MessagesJson.of(statistics.messages()),
                LoyaltyJson.of(statistics.loyalty()),
                ActivityJson.of(statistics.activity()),
                statistics.badges().stream().map(BadgeJson::of).toList(),
                RadarJson.of(statistics.radar()));
    }

    /** Whether the viewer has neither watched nor left a message there. */
    public boolean hasNothing() {
        return loyalty.activeDays() == 0;
    }

    /** What was watched; the average is absent when no session has a length or an estimate, both dates without a session. */
    public record WatchTimeJson(
            long seconds,
            long minutes,
            BigDecimal hours,
            long estimatedSeconds,
            int sessions,
            @Nullable Long averageSessionSeconds,
            @Nullable String firstWatched,
            @Nullable String lastWatched) {

        static WatchTimeJson of(WatchTime time) {
            return new WatchTimeJson(
                    time.seconds(),
                    time.minutes(),
                    time.hours(),
                    time.estimatedSeconds(),
                    time.sessions(),
                    time.measuredSessions() == 0 ? null : time.averageSeconds().getAsLong(),
                    day(time.first()),
                    day(time.last()));
        }

        private static @Nullable String day(@Nullable SessionStart sessionStart) {
            return sessionStart == null ? null : sessionStart.day().toString();
        }
    }

    /** Messages by kind. */
    public record MessagesJson(int total, int chat, int subscriptions, int cheers, int gifts, int raids, long bits) {

        static MessagesJson of(InteractionCounts messages) {
            return new MessagesJson(
                    messages.total(),
                    messages.chat(),
                    messages.subscriptions(),
                    messages.cheers(),
                    messages.gifts(),
                    messages.raids(),
                    messages.bits());
        }
    }

    /** How long and how steadily, in days. */
    public record LoyaltyJson(int trackingDays, int activeDays, int longestStreak, int currentStreak) {

        static LoyaltyJson of(Loyalty loyalty) {
            return new LoyaltyJson(
                    loyalty.trackingDays(), loyalty.activeDays(), loyalty.longestStreak(), loyalty.currentStreak());
        }
    }

    /** Active days lately, and of the month that has most. */
    public record ActivityJson(
            int last30Days, int last90Days, @Nullable String mostActiveMonth, int mostActiveMonthDays) {

        static ActivityJson of(Activity activity) {
            return new ActivityJson(
                    activity.last30Days(),
                    activity.last90Days(),
                    activity.mostActiveMonth() == null
                            ? null
                            : activity.mostActiveMonth().toString(),
                    activity.mostActiveMonthDays());
        }
    }

    /** A badge; when and how exactly it was unlocked is absent until it is. */
    public record BadgeJson(
            String badge,
            String category,
            String unit,
            int threshold,
            int progress,
            @Nullable String unlockedAt,
            @Nullable String precision) {

        static BadgeJson of(BadgeProgress progress) {
            Badge badge = progress.badge();
            BadgeUnlock unlock = progress.unlock();
            return new BadgeJson(
                    badge.code(),
                    badge.category().code(),
                    badge.unit().code(),
                    badge.threshold(),
                    progress.progress(),
                    unlock == null ? null : unlock.at().toString(),
                    unlock == null ? null : unlock.precision().code());
        }
    }

    /** Six values from 0 to 100. */
    public record RadarJson(
            int watchTime, int interaction, int loyalty, int activity, int contribution, int community) {

        static RadarJson of(Radar radar) {
            return new RadarJson(
                    radar.watchTime(),
                    radar.interaction(),
                    radar.loyalty(),
                    radar.activity(),
                    radar.contribution(),
                    radar.community());
        }
    }
}
