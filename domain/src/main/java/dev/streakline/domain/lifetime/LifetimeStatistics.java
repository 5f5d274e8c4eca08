package dev.streakline.domain.lifetime;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.streak.StreakHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One viewer's statistics on one channel at an instant (section 7).
 *
 * @param watchTime what was watched
 * @param messages the messages that the viewer left
 * @param loyalty how long and how steadily the viewer has been there
 * @param activity how often lately
 * @param badges all of them, in their order
 * @param radar six values from 0 to 100
 */
public record LifetimeStatistics(
        WatchTime watchTime,
        InteractionCounts messages,
        Loyalty loyalty,
        Activity activity,
        List<BadgeProgress> badges,
        Radar radar) {

    static final int MONTH = 30;
    static final int QUARTER = 90;
    static final List<Badge> UNLOCKED_BY_TIME =
            Stream.of(Badge.values()).filter(Badge::isUnlockedByTime).toList();

    /** Defensive copy. */
    public LifetimeStatistics {
        badges = List.copyOf(badges);
    }

    /**
     * Computes a viewer's statistics on a channel.
     *
     * @param channel what the viewer's facts give for it
     * @param viewer the viewer's own streaks: their pauses bridge and their today is the same on every channel (detail
     *     33)
     */
    public static LifetimeStatistics of(ChannelStatistics channel, StreakHistory viewer, Instant now) {
        ActivityCalendar active = channel.activity();
        int today = Math.toIntExact(viewer.todayAt(now).toEpochDay());
        StreakHistory streaks = viewer.forActivity(active);
        Loyalty loyalty = new Loyalty(
                active.isEmpty() ? 0 : Math.max(0, today - active.first() + 1),
                active.size(),
                streaks.longest().map(Run::length).orElse(0),
                streaks.currentRun(now).map(Run::length).orElse(0));
        Activity activity = Activity.of(active, today);
        return new LifetimeStatistics(
                channel.watchTime(),
                channel.messages(),
                loyalty,
                activity,
                Stream.of(Badge.values())
                        .map(badge -> BadgeProgress.of(
                                badge, value(badge.unit(), channel, loyalty), unlock(badge, channel, viewer, now)))
                        .toList(),
                Radar.of(channel.watchTime(), channel.messages(), loyalty, activity));
    }

    private static long value(Badge.Unit unit, ChannelStatistics channel, Loyalty loyalty) {
        return switch (unit) {
            case SESSIONS -> channel.watchTime().sessions();
            case HOURS -> channel.watchTime().seconds();
            case MESSAGES -> channel.messages().total();
            case TRACKING_DAYS -> loyalty.trackingDays();
            case STREAK_DAYS -> loyalty.longestStreak();
        };
    }

    /**
     * When and how a badge was unlocked up to an instant; null when it was not. Time unlocks a badge once today has reached its
     * day, which is when there are enough tracking days. It was then unlocked at the first instant whose local day is that day
     * or later: a flight can pass over the day itself (detail 170).
     */
    static @Nullable BadgeUnlock unlock(Badge badge, ChannelStatistics channel, StreakHistory viewer, Instant now) {
        if (!badge.isUnlockedByTime()) {
            return channel.unlocked().stream()
                    .filter(unlock -> unlock.badge() == badge)
                    .findFirst()
                    .orElse(null);
        }
        if (channel.activity().isEmpty()) {
            return null;
        }
        LocalDate day = LocalDate.ofEpochDay(unlockDay(badge, channel.activity()));
        return viewer.todayAt(now).isBefore(day)
                ? null
                : new BadgeUnlock(badge, viewer.days().startOf(day), Precision.INSTANT);
    }

    /** The local day that unlocks a badge that time unlocks: the first active day is the first of its tracking days. */
    static int unlockDay(Badge badge, ActivityCalendar active) {
        return active.first() + badge.threshold() - 1;
    }

    /** How many of the last days, today included, were active. */
    static int activeDays(ActivityCalendar active, int today, int lastDays) {
        return active.countBetween(today - lastDays + 1, today);
    }

    /**
     * How long and how steadily a viewer has been there.
     *
     * @param trackingDays days from the first active day to today, both included
     * @param activeDays distinct local days with a session or an interaction
     * @param longestStreak active days of the longest run on this channel
     * @param currentStreak active days of the current run
     */
    public record Loyalty(int trackingDays, int activeDays, int longestStreak, int currentStreak) {}

    /**
     * How often a viewer was there lately.
     *
     * @param last30Days active days among today and the 29 before it
     * @param last90Days active days among today and the 89 before it
     * @param mostActiveMonth the calendar month with most active days, of several the latest; absent without a day
     * @param mostActiveMonthDays how many active days it has
     */
    public record Activity(
            int last30Days, int last90Days, @Nullable YearMonth mostActiveMonth, int mostActiveMonthDays) {

        private static Activity of(ActivityCalendar active, int today) {
            YearMonth mostActive = null;
            int most = 0;
            for (int first = active.ceiling(Integer.MIN_VALUE); first != Integer.MAX_VALUE; ) {
                YearMonth month = YearMonth.from(LocalDate.ofEpochDay(first));
                int end = Math.toIntExact(month.atEndOfMonth().toEpochDay());
                int days = active.countBetween(first, end);
                if (days >= most) {
                    mostActive = month;
                    most = days;
                }
                first = active.ceiling(end + 1);
            }
            return new Activity(
                    LifetimeStatistics.activeDays(active, today, MONTH),
                    LifetimeStatistics.activeDays(active, today, QUARTER),
                    mostActive,
                    most);
        }
    }

    /**
     * How far a viewer is on the way to a badge.
     *
     * @param badge which
     * @param progress 0 to 100, rounded down
     * @param unlock when it was unlocked; absent when it is not
     */
    public record BadgeProgress(
            Badge badge, int progress, @Nullable BadgeUnlock unlock) {

        private static BadgeProgress of(Badge badge, long value, @Nullable BadgeUnlock unlock) {
            int progress = unlock != null || value >= badge.goal() ? 100 : (int) (100 * value / badge.goal());
            return new BadgeProgress(badge, progress, unlock);
        }

        /** The instant at which it was unlocked; empty when it is not. */
        public Optional<Instant> unlockedAt() {
            return Optional.ofNullable(unlock).map(BadgeUnlock::at);
        }
    }
}
