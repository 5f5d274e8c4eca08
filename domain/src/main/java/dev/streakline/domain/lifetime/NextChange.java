package dev.streakline.domain.lifetime;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.LocalDayClock;
import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.streak.StreakHistory;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the instant at which a viewer's channel statistics change by time alone. */
final class NextChange {

    private static final int NEVER = Integer.MAX_VALUE;

    private final StreakHistory viewer;
    private final LocalDayClock days;
    private final List<ChannelStatistics> channels;

    NextChange(StreakHistory viewer, List<ChannelStatistics> channels) {
        this.viewer = viewer;
        this.days = viewer.days();
        this.channels = channels;
    }

    Optional<Instant> after(Instant now) {
        Instant at = now;
        // The statistics depend on today alone, and even many moves ahead lead to few days: each day is evaluated once.
        Set<Integer> asked = new HashSet<>(Set.of(today(now)));
        while (!onlyAscendsFrom(at)) {
            at = days.nextDayChange(at);
            if (asked.add(today(at)) && changedBetween(now, at)) {
                return Optional.of(at);
            }
        }
        int today = today(at);
        int next = NEVER;
        for (ChannelStatistics channel : channels) {
            next = Math.min(next, nextDay(channel, today));
        }
        return next == NEVER ? Optional.empty() : Optional.of(days.firstInstantOnOrAfter(next, at));
    }

    /**
     * Whether the local date only increases from here on: no move is ahead, none to the west just over, and clocks do
     * not fall back over this midnight. This is nearly always so; then days can be computed with instead of instants.
     */
    private boolean onlyAscendsFrom(Instant at) {
        return !days.movesAfter(at)
                && days.nextDayChange(at).equals(days.startOf(viewer.todayAt(at).plusDays(1)));
    }

    private boolean changedBetween(Instant now, Instant at) {
        return channels.stream().anyMatch(channel -> !snapshot(channel, now).equals(snapshot(channel, at)));
    }

    private Snapshot snapshot(ChannelStatistics channel, Instant at) {
        int today = today(at);
        int unlocked = 0;
        for (Badge badge : LifetimeStatistics.UNLOCKED_BY_TIME) {
            unlocked += LifetimeStatistics.unlock(badge, channel, viewer, at) == null ? 0 : 1;
        }
        return new Snapshot(
                LifetimeStatistics.activeDays(channel.activity(), today, LifetimeStatistics.MONTH),
                LifetimeStatistics.activeDays(channel.activity(), today, LifetimeStatistics.QUARTER),
                viewer.forActivity(channel.activity())
                        .currentRun(at)
                        .map(Run::length)
                        .orElse(0),
                unlocked);
    }

    private record Snapshot(int lastMonth, int lastQuarter, int currentStreak, int unlocked) {}

    /** The first day after today on which something differs. */
    private int nextDay(ChannelStatistics channel, int today) {
        ActivityCalendar activity = channel.activity();
        if (activity.isEmpty()) {
            return NEVER;
        }
        int next = Math.min(viewer.forActivity(activity).breakDay(today), activity.ceiling(today + 1));
        next = Math.min(next, nextWindowExit(activity, today, LifetimeStatistics.MONTH));
        next = Math.min(next, nextWindowExit(activity, today, LifetimeStatistics.QUARTER));
        for (Badge badge : LifetimeStatistics.UNLOCKED_BY_TIME) {
            int unlocks = LifetimeStatistics.unlockDay(badge, activity);
            next = unlocks > today ? Math.min(next, unlocks) : next;
        }
        return next;
    }

    /** The day on which the first active one of the last days is no longer among them. */
    private static int nextWindowExit(ActivityCalendar activity, int today, int lastDays) {
        int first = activity.ceiling(today - lastDays + 1);
        return first == NEVER ? NEVER : first + lastDays;
    }

    private int today(Instant at) {
        return Math.toIntExact(viewer.todayAt(at).toEpochDay());
    }
}
