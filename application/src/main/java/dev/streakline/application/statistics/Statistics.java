package dev.streakline.application.statistics;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Histories;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.work.BackOff;
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

/** The stored statistics of viewers. Safe for use by several threads. */
public interface Statistics {

    /**
     * Folds the selected viewers and stores the outcome. All steps for one viewer are one transaction. It reads the
     * history, stores the statistics of the viewer and of each channel, and records new announcements. It also marks
     * the rankings whose values changed, and deletes exactly the marks that the history was read with. A fact that
     * arrives meanwhile leaves a mark. Statistics that are equal to the stored ones are not written again.
     *
     * <p>A viewer whose fold fails keeps the previous statistics and does not stop other viewers. {@link Selection.Due}
     * and {@link Selection.Settled} skip such a viewer until a back-off ends or one of the viewer's facts is withdrawn.
     * The back-off doubles with every failure, from a minute to six hours. A failure of the store, or of
     * {@link Selection.One}, is thrown.
     *
     * @param foldFunctions returns one for each thread that folds
     * @param now the instant at which achievements are recorded and after which the next change is computed, at
     *     microseconds
     * @throws OutdatedFoldVersionException when a newer version has folded in this store; nothing was stored then
     */
    RefreshSummary refresh(Selection selection, Supplier<FoldFunction> foldFunctions, Instant now);

    /**
     * Folds the selected viewers and compares the outcome with the stored statistics. For {@link Selection.Due} and
     * {@link Selection.Settled}, folds all viewers. A viewer whose facts have changed since the last fold is pending,
     * not different. Writes nothing.
     */
    StoreComparison compare(Selection selection, Supplier<FoldFunction> foldFunctions);

    /**
     * The stored statistics of a viewer, while they are current: a fold by the policies in force would give the same.
     * Every fact for which {@link FactLog#append} has returned is in them, whichever process appended it.
     *
     * @return empty when the viewer was never folded, and when the statistics may be out of date. They are when since
     *     then the viewer's facts, any title, or the policies have changed, or another version has folded the viewer
     */
    Optional<StoredStatistics> find(ViewerId viewer);

    /** The viewers whose last fold failed, in code-point order; empty when all is well. */
    List<SetAside> failing();

    /**
     * A viewer whose last fold failed.
     *
     * @param failures how often in a row, at least once
     * @param tryAt the instant from which they are folded again, by the clock of the store
     * @param reason for people
     */
    record SetAside(ViewerId viewer, int failures, Instant tryAt, String reason) {

        /** How long after a failure a viewer is tried again. */
        public static final BackOff BACK_OFF = new BackOff(Duration.ofMinutes(1), Duration.ofHours(6));
    }

    /** How a history becomes statistics; for one thread. */
    @FunctionalInterface
    interface FoldFunction {

        /** The statistics of one viewer and their channels. */
        FoldResult fold(Histories.ViewerSnapshot snapshot);
    }

    /**
     * The stored statistics of one viewer.
     *
     * @param statistics the outcome of the viewer's last fold
     * @param policies of that fold
     * @param nextChangeAt the first instant at which it would differ without a new fact; absent when it never will
     */
    record StoredStatistics(
            ViewerStatistics statistics,
            Policies policies,
            @Nullable Instant nextChangeAt) {}

    /**
     * The counts of a refresh.
     *
     * @param viewers how many were folded
     * @param changed how many of them have other stored statistics than before
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
     * The result of a comparison.
     *
     * @param viewers how many were folded
     * @param pending how many of them have facts that no fold has seen yet; they are not compared
     * @param different the viewers whose stored statistics differ from those of their facts
     * @param unsupported achievements that are in the ledger and no longer supported by the facts
     */
    record StoreComparison(int viewers, int pending, List<ViewerId> different, List<Unsupported> unsupported) {

        /** A comparison of no viewers. */
        public static final StoreComparison NOTHING = new StoreComparison(0, 0, List.of(), List.of());

        /** Defensive copies. */
        public StoreComparison {
            different = List.copyOf(different);
            unsupported = List.copyOf(unsupported);
        }

        /** The sum of both, with the other's viewers after these. */
        public StoreComparison plus(StoreComparison other) {
            return new StoreComparison(
                    viewers + other.viewers,
                    pending + other.pending,
                    Stream.concat(different.stream(), other.different.stream()).toList(),
                    Stream.concat(unsupported.stream(), other.unsupported.stream())
                            .toList());
        }
    }

    /** A recorded achievement that the facts no longer support. */
    record Unsupported(ViewerId viewer, RecordedAchievement recorded) {}
}
