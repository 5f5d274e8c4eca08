package dev.streakline.application.statistics;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Histories;
import dev.streakline.application.intake.FactLog;
import dev.streakline.domain.milestone.RecordedAchievement;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.statistics.FoldResult;
import dev.streakline.domain.statistics.ViewerStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stored statistics of viewers. Safe for several threads at once.
 */
public interface Statistics {

    /**
     * Folds the selected viewers and keeps the outcome. For each viewer, reading his history, keeping his statistics and
     * those of his channels, recording achievements and badges that the ledger does not know, telling the rankings which of
     * his values are new, and taking away exactly the marks that were there when his history was read are one transaction; a
     * fact that arrives meanwhile leaves a mark. What is kept already and equal is not written again.
     *
     * <p>A viewer whose fold fails keeps what was kept before, stops nobody else, and stands behind the others: {@link
     * Selection.Due} and {@link Selection.Settled} pass over them until a back-off is over, which doubles with every failure,
     * from a minute to six hours, or until one of their facts is withdrawn. A failure of the store or of {@link Selection.One} is thrown.
     *
     * @param foldFunctions gives one for each thread that folds
     * @param now when achievements are recorded, and after which the next change is looked for; at microseconds
     * @throws OutdatedFoldVersionException when a newer engine than ours has kept statistics here; nothing was kept then
     */
    RefreshSummary refresh(Selection selection, Supplier<FoldFunction> foldFunctions, Instant now);

    /**
     * Folds the selected viewers, of {@link Selection.Due} and {@link Selection.Settled} everybody, and compares the outcome
     * with what is kept. A viewer whose facts have changed since he was folded is no difference. Nothing is written.
     */
    StoreComparison compare(Selection selection, Supplier<FoldFunction> foldFunctions);

    /**
     * What is kept of a viewer while it holds: it is what a fold by the policies in force would give now. Every fact of him
     * that {@link FactLog#append} has returned for is in it, whichever process took the fact in.
     *
     * @return empty when he was never folded, and when what is kept may be out of date: his facts, anything known of any
     *     title, or the policies have changed since, or another engine than ours has folded him
     */
    Optional<StoredStatistics> find(ViewerId viewer);

    /** The viewers whose last fold failed, in code-point order; empty when all is well. */
    List<SetAside> failing();

    /**
     * A viewer whose last fold failed.
     *
     * @param failures how often in turn, at least once
     * @param tryAt the instant from which they are folded again, by the clock of the store
     * @param reason for people
     */
    record SetAside(ViewerId viewer, int failures, Instant tryAt, String reason) {

        /** How long a viewer rests after the first failure; twice as long after each further one. */
        public static final Duration FIRST_REST = Duration.ofMinutes(1);

        /** How long a viewer rests at most. */
        public static final Duration LONGEST_REST = Duration.ofHours(6);
    }

    /** How a history becomes statistics; for one thread. */
    @FunctionalInterface
    interface FoldFunction {

        /** The statistics of one viewer and his channels. */
        FoldResult fold(Histories.ViewerSnapshot snapshot);
    }

    /**
     * What is kept of one viewer.
     *
     * @param statistics the outcome of his last fold
     * @param policies by which he was folded
     * @param nextChangeAt the first instant at which it would differ without a new fact; absent when it never will
     */
    record StoredStatistics(
            ViewerStatistics statistics,
            Policies policies,
            @Nullable Instant nextChangeAt) {}

    /**
     * What keeping did.
     *
     * @param viewers how many were folded
     * @param changed of how many something else is kept now than before
     * @param announced how many achievements were recorded
     */
    record RefreshSummary(int viewers, int changed, int announced) {

        /** Nothing was done. */
        public static final RefreshSummary NOTHING = new RefreshSummary(0, 0, 0);

        /** Both together. */
        public RefreshSummary plus(RefreshSummary other) {
            return new RefreshSummary(viewers + other.viewers, changed + other.changed, announced + other.announced);
        }
    }

    /**
     * What a comparison found.
     *
     * @param viewers how many were folded
     * @param pending how many of them have facts that no fold has seen yet; they are not compared
     * @param different whose kept statistics are not what their facts give
     * @param unsupported what the ledger knows and the facts no longer give
     */
    record StoreComparison(int viewers, int pending, List<ViewerId> different, List<Unsupported> unsupported) {

        /** Nobody was compared. */
        public static final StoreComparison NOTHING = new StoreComparison(0, 0, List.of(), List.of());

        /** Defensive copies. */
        public StoreComparison {
            different = List.copyOf(different);
            unsupported = List.copyOf(unsupported);
        }

        /** Both together, the other's viewers after these. */
        public StoreComparison plus(StoreComparison other) {
            return new StoreComparison(
                    viewers + other.viewers,
                    pending + other.pending,
                    Stream.concat(different.stream(), other.different.stream()).toList(),
                    Stream.concat(unsupported.stream(), other.unsupported.stream())
                            .toList());
        }
    }

    /** A recorded achievement that the facts no longer give. */
    record Unsupported(ViewerId viewer, RecordedAchievement recorded) {}
}
