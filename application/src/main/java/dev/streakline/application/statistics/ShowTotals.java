package dev.streakline.application.statistics;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import java.util.Optional;

/** Shows what a viewer has watched and completed in all. */
public final class ShowTotals {

    private final ReadHistory histories;

    /** Answers from these histories. */
    public ShowTotals(ReadHistory histories) {
        this.histories = histories;
    }

    /** The totals of a viewer at a moment; empty for an unknown viewer. */
    public Optional<TotalsView> show(ViewerId viewer, AsOf moment) {
        return histories.statistics(viewer, moment).map(TotalsView::of);
    }
}
