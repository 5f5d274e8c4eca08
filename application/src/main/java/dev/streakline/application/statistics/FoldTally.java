package dev.streakline.application.statistics;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Adds up what the jobs of a worker fold. Safe for use by several threads. */
public final class FoldTally {

    private final AtomicReference<FoldCounts> counts = new AtomicReference<>(FoldCounts.NOTHING);

    /** Nothing was folded yet. */
    public FoldTally() {}

    /** Adds one refresh. */
    public void add(Statistics.RefreshSummary summary) {
        counts.updateAndGet(before -> before.plus(summary));
    }

    /** The sum so far. */
    public FoldCounts counts() {
        return Objects.requireNonNull(counts.get());
    }
}
