package dev.streakline.domain.lifetime;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.LocalDays;
import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.streak.Streaks;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for the instant at which what is said of a viewer's channels differs by time alone. */
final class NextChange {

    private static final int NEVER = Integer.MAX_VALUE;

    private final Streaks viewer;
    private final LocalDays days;
    private final List<ChannelStatistics> channels;

    NextChange(Streaks viewer, List<ChannelStatistics> channels) {
        this.viewer = viewer;
        this.days = viewer.days();
        this.channels = channels;
    }

    Optional<Instant> after(Instant now) {
        Instant at = now;
        // What is said depends on today alone, and many moves ahead take it to few days: each is asked about once.
        Set<Integer> asked = new HashSet<>(Set.of(today(now)));
        while (!onlyAscendsFrom(at)) {
            at = days.nextDayChange(at);
            if (asked.add(today(at)) && differs(now, at)) {
                return Optional.of(at);
            }
        }
        int today = today(at);
        int next = NEVER;
        for (ChannelStatistics channel : channels) {
            next = Math.min(next, nextDay(channel, today));
        }
        return next == NEVER ? Optional.empty() : Optional.of(days.firstReaching(next, at));
    }

    /**
     * Whether from here on today only ever becomes a day that never was before: no move is ahead, none to the west just over,
     * and clocks do not fall back over this midnight. Nearly always so; then days can be reckoned with instead of instants.
     */
    private boolean onlyAscendsFrom(Instant at) {
        return !days.movesAfter(at)
                && days.nextDayChange(at).equals(days.startOf(viewer.todayAt(at).plusDays(1)));
    }

    private boolean differs(Instant now, Instant at) {
        return channels.stream().anyMatch(channel -> !figures(channel, now).equals(figures(channel, at)));
    }

    private Figures figures(ChannelStatistics channel, Instant at) {
        int today = today(at);
        int unlocked = 0;
        for (Badge badge : LifetimeStatistics.UNLOCKED_BY_TIME) {
            unlocked += LifetimeStatistics.unlock(badge, channel, viewer, at) == null ? 0 : 1;
        }
        return new Figures(
                LifetimeStatistics.activeDays(channel.activity(), today, LifetimeStatistics.MONTH),
                LifetimeStatistics.activeDays(channel.activity(), today, LifetimeStatistics.QUARTER),
                viewer.over(channel.activity()).living(at).map(Run::length).orElse(0),
                unlocked);
    }

    private record Figures(int lastMonth, int lastQuarter, int currentStreak, int unlocked) {}

    /** The first day after today on which something differs. */
    private int nextDay(ChannelStatistics channel, int today) {
        ActivityCalendar activity = channel.activity();
        if (activity.isEmpty()) {
            return NEVER;
        }
        int next = Math.min(viewer.over(activity).breaksOn(today), activity.firstFrom(today + 1));
        next = Math.min(next, leaves(activity, today, LifetimeStatistics.MONTH));
        next = Math.min(next, leaves(activity, today, LifetimeStatistics.QUARTER));
        for (Badge badge : LifetimeStatistics.UNLOCKED_BY_TIME) {
            int unlocks = LifetimeStatistics.unlockDay(badge, activity);
            next = unlocks > today ? Math.min(next, unlocks) : next;
        }
        return next;
    }

    /** The day on which the first active one of the last days is no longer among them. */
    private static int leaves(ActivityCalendar activity, int today, int lastDays) {
        int first = activity.firstFrom(today - lastDays + 1);
        return first == NEVER ? NEVER : first + lastDays;
    }

    private int today(Instant at) {
        return Math.toIntExact(viewer.todayAt(at).toEpochDay());
    }
}
