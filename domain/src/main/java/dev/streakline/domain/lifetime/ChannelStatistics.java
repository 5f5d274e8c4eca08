package dev.streakline.domain.lifetime;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.streak.StreakHistory;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the facts of one viewer give for one channel. Nothing in it goes stale by time alone;
 * {@link LifetimeStatistics#of} computes what depends on "now".
 *
 * @param watchTime what was watched
 * @param messages the messages that the viewer left
 * @param activity the local days with a session or an interaction
 * @param unlocked the badges that facts have unlocked, ascending by instant, those of one instant in the order of the
 *     badges; those that time alone unlocks are never among them
 */
public record ChannelStatistics(
        WatchTime watchTime, InteractionCounts messages, ActivityCalendar activity, List<BadgeUnlock> unlocked) {

    /** The statistics of a viewer who was never there. */
    public static final ChannelStatistics NONE =
            new ChannelStatistics(WatchTime.NONE, InteractionCounts.NONE, ActivityCalendar.EMPTY, List.of());

    /** Defensive copy. */
    public ChannelStatistics {
        unlocked = List.copyOf(unlocked);
    }

    /**
     * The badges that were unlocked after {@code since}, by facts or, up to {@code now}, by time, in the order of badges.
     *
     * @param viewer the viewer's own streaks
     */
    public List<BadgeUnlock> unlockedAfter(Instant since, Instant now, StreakHistory viewer) {
        if (activity.isEmpty() || !mayHaveUnlockedAfter(since)) {
            return List.of();
        }
        return Stream.of(Badge.values())
                .map(badge -> LifetimeStatistics.unlock(badge, this, viewer, now))
                .filter(Objects::nonNull)
                .filter(unlock -> unlock.at().isAfter(since))
                .toList();
    }

    /** Whether it is worth to look closely: no local day is further than two from that of UTC. */
    private boolean mayHaveUnlockedAfter(Instant since) {
        int earliest = Math.toIntExact(Math.floorDiv(since.getEpochSecond(), 86_400L)) - 2;
        return (!unlocked.isEmpty() && unlocked.get(unlocked.size() - 1).at().isAfter(since))
                || LifetimeStatistics.UNLOCKED_BY_TIME.stream()
                        .anyMatch(badge -> LifetimeStatistics.unlockDay(badge, activity) >= earliest);
    }

    /**
     * The first instant after {@code now} at which any of these differs without a new fact: the current streak, the
     * active days of the last 30 or 90 days, a badge. Empty when none ever will. Ignores tracking days, which grow
     * every day.
     *
     * @param viewer the viewer's own streaks
     */
    public Optional<Instant> nextChangeAt(Instant now, StreakHistory viewer) {
        return nextChangeAt(now, viewer, List.of(this));
    }

    /** The first of {@link #nextChangeAt(Instant, StreakHistory)} of all channels of a viewer, found together. */
    public static Optional<Instant> nextChangeAt(Instant now, StreakHistory viewer, List<ChannelStatistics> channels) {
        return new NextChange(viewer, channels).after(now);
    }
}
