package dev.streakline.application.work;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Statistics with an action before each refresh, such as a failure.
 *
 * @param before receives the selection to be folded
 */
record FailingStatistics(Statistics kept, Consumer<Selection> before) implements Statistics {

    @Override
    public List<SetAside> failing() {
        return kept.failing();
    }

    @Override
    public RefreshSummary refresh(Selection selection, Supplier<FoldFunction> foldFunctions, Instant now) {
        before.accept(selection);
        return kept.refresh(selection, foldFunctions, now);
    }

    @Override
    public StoreComparison compare(Selection selection, Supplier<FoldFunction> foldFunctions) {
        return kept.compare(selection, foldFunctions);
    }

    @Override
    public Optional<StoredStatistics> find(ViewerId viewer) {
        return kept.find(viewer);
    }
}
