package dev.streakline.http.statistics;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.Zones;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.viewing.HourFormat;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.AcceptedBody;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.Route;
import dev.streakline.http.web.TargetViewer;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.List;

/** One viewer's statistics, made anew at once. */
public final class CalculateRoutes {

    private final RefreshStatistics refreshStatistics;
    private final ReadHistory histories;

    /** Answers by these use cases. */
    public CalculateRoutes(RefreshStatistics refreshStatistics, ReadHistory histories) {
        this.refreshStatistics = refreshStatistics;
        this.histories = histories;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(Route.post("/api/analytics/calculate", TargetViewer.ROLES, AcceptedBody.NONE, this::calculate));
    }

    private void calculate(Context request, Caller caller) {
        ViewerId viewer = TargetViewer.of(request, caller);
        Statistics.RefreshSummary summary = refreshStatistics.refresh(new Selection.One(viewer));
        ReadHistory.Evaluated evaluated =
                histories.statistics(viewer, AsOf.LIVE).orElseThrow(TargetViewer::unknown);
        Answers.statistic(
                request,
                evaluated.now(),
                new CalculatedJson(
                        Zones.name(evaluated.zone()),
                        summary.changed() > 0,
                        summary.announced(),
                        evaluated.statistics().streaks().at(evaluated.now()).current(),
                        evaluated.statistics().achievements().size(),
                        evaluated.statistics().totals().watches(),
                        evaluated.statistics().totals().seconds(),
                        HourFormat.ofSeconds(evaluated.statistics().totals().seconds())));
    }

    /**
     * What came out.
     *
     * @param changed whether something else is kept now than before
     * @param announced how many milestones were recorded
     */
    record CalculatedJson(
            String zone,
            boolean changed,
            int announced,
            int currentStreak,
            int milestones,
            int plays,
            long seconds,
            BigDecimal totalHours) {}
}
