package dev.streakline.application.recalculation;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A requested recalculation of statistics, and its outcome (section 10). It is pending, is running, and is done or has
 * failed. When the process that runs it ends, another runs it from the beginning. Instants are cut to microseconds.
 *
 * @param id from outside, unique
 * @param requestedBy the account that requested it
 * @param startedAt when it was last begun, by the clock of the store; absent before that
 * @param finishedAt when it was done or failed, by the clock of the store; absent before that
 * @param counts what it did; nothing until it is done
 * @param failure why it failed, for people; absent unless it did
 */
public record RecalculationRun(
        String id,
        RunScope scope,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Statistics.RefreshSummary counts,
        @Nullable String failure) {

    /**
     * Cuts instants.
     *
     * @throws IllegalArgumentException when it was finished and never begun, or has failed and is not finished
     */
    public RecalculationRun {
        if (finishedAt != null && startedAt == null) {
            throw new IllegalArgumentException("the run " + id + " was finished and never begun");
        }
        if (failure != null && finishedAt == null) {
            throw new IllegalArgumentException("the run " + id + " has failed and is not finished");
        }
        requestedAt = requestedAt.truncatedTo(ChronoUnit.MICROS);
        startedAt = startedAt == null ? null : startedAt.truncatedTo(ChronoUnit.MICROS);
        finishedAt = finishedAt == null ? null : finishedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** A run that is pending. */
    public static RecalculationRun requested(String id, RunScope scope, String requestedBy, Instant requestedAt) {
        return new RecalculationRun(
                id, scope, requestedBy, requestedAt, null, null, Statistics.RefreshSummary.NOTHING, null);
    }

    /** The same run, begun, perhaps again. */
    public RecalculationRun begun(Instant now) {
        return new RecalculationRun(
                id, scope, requestedBy, requestedAt, now, null, Statistics.RefreshSummary.NOTHING, null);
    }

    /**
     * The same run, done.
     *
     * @throws IllegalArgumentException when it was never begun
     */
    public RecalculationRun done(Instant now, Statistics.RefreshSummary counts) {
        return new RecalculationRun(id, scope, requestedBy, requestedAt, startedAt, now, counts, null);
    }

    /**
     * The same run, failed.
     *
     * @throws IllegalArgumentException when it was never begun
     */
    public RecalculationRun failed(Instant now, String why) {
        return new RecalculationRun(
                id, scope, requestedBy, requestedAt, startedAt, now, Statistics.RefreshSummary.NOTHING, why);
    }

    /**
     * The same run, ended with this outcome.
     *
     * @throws IllegalArgumentException when it was never begun
     */
    public RecalculationRun ended(Instant now, RunOutcome outcome) {
        return outcome.failure() == null ? done(now, outcome.counts()) : failed(now, outcome.failure());
    }

    /** How far it has come. */
    public RunState state() {
        if (finishedAt != null) {
            return failure == null ? RunState.DONE : RunState.FAILED;
        }
        return startedAt == null ? RunState.WAITING : RunState.RUNNING;
    }

    /** The position of a run in a list of runs. */
    public RunCursor cursor() {
        return new RunCursor(requestedAt, id);
    }

    /** The viewers whose statistics are recalculated. */
    public sealed interface RunScope {

        /**
         * The scope with a code; empty for an unknown code.
         *
         * @param viewer gives the viewer; called only for the code of one viewer
         */
        static Optional<RunScope> of(String code, Supplier<ViewerId> viewer) {
            return switch (code) {
                case AllViewers.CODE -> Optional.of(new AllViewers());
                case DueViewers.CODE -> Optional.of(new DueViewers());
                case OneViewer.CODE -> Optional.of(new OneViewer(viewer.get()));
                default -> Optional.empty();
            };
        }

        /** The viewers to fold at an instant. */
        Selection at(Instant now);

        /** The name in answers: all, due or viewer. */
        String code();

        /** The viewer, if it is one. */
        default Optional<ViewerId> one() {
            return Optional.empty();
        }

        /** All viewers. */
        record AllViewers() implements RunScope {
            private static final String CODE = "all";

            @Override
            public Selection at(Instant now) {
                return new Selection.All();
            }

            @Override
            public String code() {
                return CODE;
            }
        }

        /** The viewers that are due for a fold. */
        record DueViewers() implements RunScope {
            private static final String CODE = "due";

            @Override
            public Selection at(Instant now) {
                return new Selection.Due(now);
            }

            @Override
            public String code() {
                return CODE;
            }
        }

        /** One viewer. */
        record OneViewer(ViewerId viewer) implements RunScope {
            private static final String CODE = "viewer";

            @Override
            public Selection at(Instant now) {
                return new Selection.One(viewer);
            }

            @Override
            public String code() {
                return CODE;
            }

            @Override
            public Optional<ViewerId> one() {
                return Optional.of(viewer);
            }
        }
    }

    /** How far a run has come. */
    public enum RunState {
        /** No process has begun it. */
        WAITING("waiting"),
        /** A process has begun it, and may have died since. */
        RUNNING("running"),
        /** Its statistics are stored. */
        DONE("done"),
        /** It was given up. */
        FAILED("failed");

        private final String code;

        RunState(String code) {
            this.code = code;
        }

        /** The name in answers. */
        public String code() {
            return code;
        }
    }

    /** The position of a run in lists, which are ordered by the time of the request, then by id in code-point order. */
    public record RunCursor(Instant requestedAt, String id) {

        /** The text that {@link #parse} reads. */
        String text() {
            return requestedAt + " " + id;
        }

        /**
         * Reads a position.
         *
         * @throws RuntimeException for another text
         */
        static RunCursor parse(String text) {
            int space = text.indexOf(' ');
            return new RunCursor(Instant.parse(text.substring(0, space)), text.substring(space + 1));
        }
    }
}
