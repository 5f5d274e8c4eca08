package dev.streakline.application.statistics;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.Zones;
import dev.streakline.application.history.AsOf;
import dev.streakline.domain.statistics.Totals;
import dev.streakline.domain.viewing.HourFormat;
import java.util.Optional;

/** Recalculates one viewer's statistics at once. */
public final class CalculateViewer {

    private final RefreshStatistics refreshStatistics;
    private final ReadHistory histories;

    /** Recalculates by these use cases. */
    public CalculateViewer(RefreshStatistics refreshStatistics, ReadHistory histories) {
        this.refreshStatistics = refreshStatistics;
        this.histories = histories;
    }

    /**
     * Recalculates the statistics of a viewer; empty for an unknown viewer.
     *
     * @throws OutdatedFoldVersionException when a newer version has folded in this store; nothing was stored then
     */
    public Optional<CalculatedView> calculate(ViewerId viewer) {
        Statistics.RefreshSummary summary = refreshStatistics.refresh(new Selection.One(viewer));
        return histories.statistics(viewer, AsOf.LIVE).map(known -> view(summary, known));
    }

    private static CalculatedView view(Statistics.RefreshSummary summary, ReadHistory.Evaluated known) {
        Totals totals = known.statistics().totals();
        return new CalculatedView(
                known.now(),
                Zones.name(known.zone()),
                summary.changed() > 0,
                summary.announced(),
                known.statistics().streaks().at(known.now()).current(),
                known.statistics().achievements().size(),
                totals.plays(),
                totals.seconds(),
                HourFormat.ofSeconds(totals.seconds()));
    }
}
