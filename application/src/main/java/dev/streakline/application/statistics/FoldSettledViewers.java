package dev.streakline.application.statistics;

import dev.streakline.application.work.Step;
import dev.streakline.application.work.StepResult;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Folds the viewers who are due and settled, and ranks the populations that this changes (section 10). */
public final class FoldSettledViewers implements Step {

    private final RefreshStatistics refreshStatistics;
    private final InstantSource clock;
    private final FoldTally tally;

    /** Adds what it folds to a tally. */
    public FoldSettledViewers(RefreshStatistics refreshStatistics, InstantSource clock, FoldTally tally) {
        this.refreshStatistics = refreshStatistics;
        this.clock = clock;
        this.tally = tally;
    }

    @Override
    public StepResult advance(Consumer<String> faults) {
        try {
            Statistics.RefreshSummary summary = refreshStatistics.refresh(new Selection.Settled(clock.instant()));
            tally.add(summary);
            return summary.viewers() > 0 ? StepResult.WORKED : StepResult.IDLE;
        } catch (OutdatedFoldVersionException outdated) {
            throw outdated.asRefusal();
        }
    }
}
