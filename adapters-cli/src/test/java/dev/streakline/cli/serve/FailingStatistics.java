package dev.streakline.cli.serve;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.milestone.Announcement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Statistics before whose keeping something happens, such as a failure.
 *
 * @param before is told who is to be folded
 */
record FailingStatistics(Statistics kept, Consumer<Selection> before) implements Statistics {

    @Override
    public List<SetAside> failing() {
        return kept.failing();
    }

    @Override
    public Kept keep(Selection which, Supplier<Folding> foldings, Instant now) {
        before.accept(which);
        return kept.keep(which, foldings, now);
    }

    @Override
    public Comparison compare(Selection which, Supplier<Folding> foldings) {
        return kept.compare(which, foldings);
    }

    @Override
    public Optional<KeptViewer> kept(ViewerId viewer) {
        return kept.kept(viewer);
    }

    @Override
    public List<Announcement> announced(ViewerId viewer) {
        return kept.announced(viewer);
    }
}
