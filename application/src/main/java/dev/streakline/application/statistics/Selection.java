package dev.streakline.application.statistics;

import dev.streakline.application.fact.ViewerId;
import java.time.Duration;
import java.time.Instant;

/** Which viewers to fold. */
public sealed interface Selection {

    /** One viewer, whether marked or not. */
    record One(ViewerId viewer) implements Selection {}

    /** The viewers of whom something is kept on a channel, and those with a mark, who may have come to it. */
    record WatchersOf(String channel) implements Selection {}

    /** The viewers with a mark, and those whose statistics time alone has changed by {@code now}. */
    record Due(Instant now) implements Selection {}

    /**
     * As {@link Due}, but those of whom facts are still arriving are left for later: whose last mark is younger than
     * {@link #QUIET_PERIOD}, unless their first is as old as {@link #LONGEST_WAIT}. A store that several processes share may date
     * marks by a clock of its own, which {@code now} need not follow.
     */
    record Settled(Instant now) implements Selection {

        /** How long no fact of a viewer has arrived when he is folded. */
        public static final Duration QUIET_PERIOD = Duration.ofSeconds(1);

        /** How long a viewer waits at most of whom facts arrive all the time. */
        public static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    }

    /** Everybody. */
    record All() implements Selection {}
}
