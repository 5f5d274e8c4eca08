package dev.streakline.application.history;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.domain.history.ViewerStatistics;
import dev.streakline.domain.milestone.Announcement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statistics that are kept, and the ledger of what was announced. Safe for several threads at once.
 */
public interface Statistics {

    /**
     * Folds the selected viewers and keeps the outcome. For each viewer, reading his history, keeping his statistics,
     * recording achievements that the ledger does not know, and taking away exactly the marks that were there when his
     * history was read are one transaction; a fact that arrives meanwhile leaves a mark.
     *
     * @param now when achievements are recorded
     */
    Kept keep(Selection which, Folding folding, Instant now);

    /** What is kept of a viewer; empty when he was never folded. */
    Optional<KeptViewer> kept(ViewerId viewer);

    /** The ledger of a viewer, in the order of recording; empty when nothing was. */
    List<Announcement> announced(ViewerId viewer);

    /** How a history becomes statistics. */
    @FunctionalInterface
    interface Folding {

        /** The statistics of one viewer. */
        ViewerStatistics fold(Histories.Known known);
    }

    /**
     * What is kept of one viewer.
     *
     * @param statistics the outcome of his last fold
     * @param nextChangeAt the first instant at which it would differ without a new fact; absent when it never will
     */
    record KeptViewer(ViewerStatistics statistics, @Nullable Instant nextChangeAt) {}

    /**
     * What keeping did.
     *
     * @param viewers how many were folded
     * @param announced how many achievements were recorded
     */
    record Kept(int viewers, int announced) {}
}
