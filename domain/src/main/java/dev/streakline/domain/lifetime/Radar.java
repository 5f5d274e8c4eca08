package dev.streakline.domain.lifetime;

/**
 * Six aspects of a viewer's activity on a channel, each from 0 to 100, half up (section 7, detail 88). The value 100
 * means 500 hours, 2000 messages, 365 tracking days, 30 active days of the last 30, 10,000 bits, and 12 subscriptions;
 * higher amounts also give 100.
 */
public record Radar(int watchTime, int interaction, int loyalty, int activity, int contribution, int community) {

    private static final long FULL_SECONDS = 500L * 3_600;
    private static final int FULL_MESSAGES = 2_000;
    private static final int FULL_TRACKING_DAYS = 365;
    private static final int FULL_ACTIVE_DAYS = 30;
    private static final int FULL_BITS = 10_000;
    private static final int FULL_SUBSCRIPTIONS = 12;

    static Radar of(
            WatchTime watchTime,
            InteractionCounts messages,
            LifetimeStatistics.Loyalty loyalty,
            LifetimeStatistics.Activity activity) {
        return new Radar(
                percent(watchTime.seconds(), FULL_SECONDS),
                percent(messages.total(), FULL_MESSAGES),
                percent(loyalty.trackingDays(), FULL_TRACKING_DAYS),
                percent(activity.last30Days(), FULL_ACTIVE_DAYS),
                percent(messages.bits(), FULL_BITS),
                percent(messages.subscriptions(), FULL_SUBSCRIPTIONS));
    }

    private static int percent(long value, long full) {
        return value >= full ? 100 : (int) ((200 * value + full) / (2 * full));
    }
}
