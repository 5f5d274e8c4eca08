package dev.streakline.application.statistics;

import dev.streakline.application.fact.ViewerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which viewers to fold. */
public sealed interface Selection {

    /** The result of the case that applies. */
    <R> R match(Cases<R> cases);

    /** Whether it selects one viewer, whose failure is thrown. */
    default boolean isOneViewer() {
        return false;
    }

    /** Whether it happens all the time, so that rankings keep their cool-down. */
    default boolean isRoutine() {
        return false;
    }

    /** The channel whose viewers are selected, and whose ranking is rebuilt; empty for other selections. */
    default Optional<String> channelToRebuild() {
        return Optional.empty();
    }

    /** What a comparison compares: everybody in place of those who are due, who would only be pending. */
    default Selection compared() {
        return this;
    }

    /** One case for each kind of selection. */
    interface Cases<R> {

        /** One viewer. */
        R one(One selection);

        /** The viewers of a channel. */
        R watchersOf(WatchersOf selection);

        /** The viewers who are due. */
        R due(Due selection);

        /** The viewers who are due and settled. */
        R settled(Settled selection);

        /** Everybody. */
        R all(All selection);
    }

    /** One viewer, whether marked or not. */
    record One(ViewerId viewer) implements Selection {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.one(this);
        }

        @Override
        public boolean isOneViewer() {
            return true;
        }

        @Override
        public boolean isRoutine() {
            return true;
        }
    }

    /** The viewers of whom something is kept on a channel, and those with a mark, who may have come to it. */
    record WatchersOf(String channel) implements Selection {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.watchersOf(this);
        }

        @Override
        public Optional<String> channelToRebuild() {
            return Optional.of(channel);
        }
    }

    /** The viewers with a mark, and those whose statistics time alone has changed by {@code now}. */
    record Due(Instant now) implements Selection {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.due(this);
        }

        @Override
        public Selection compared() {
            return new All();
        }
    }

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

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.settled(this);
        }

        @Override
        public Selection compared() {
            return new All();
        }

        @Override
        public boolean isRoutine() {
            return true;
        }
    }

    /** Everybody. */
    record All() implements Selection {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.all(this);
        }
    }
}
