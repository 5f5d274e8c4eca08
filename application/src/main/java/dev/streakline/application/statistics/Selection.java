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

    /** The selection to compare for this one: all viewers instead of the due ones, which would only be pending. */
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

        /** All viewers. */
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

    /** The viewers with stored statistics on a channel, and those with a mark: their new facts may be about it. */
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
     * As {@link Due}, but without the viewers whose facts are still arriving. Their last mark is younger than
     * {@link #QUIET_PERIOD}, and their first is younger than {@link #LONGEST_WAIT}. A store that several processes
     * share may date marks by a clock of its own, which may differ from {@code now}.
     */
    record Settled(Instant now) implements Selection {

        /** How long after a viewer's last fact they are folded. */
        public static final Duration QUIET_PERIOD = Duration.ofSeconds(1);

        /** The longest delay of a viewer whose facts arrive all the time. */
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

    /** All viewers. */
    record All() implements Selection {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.all(this);
        }
    }
}
