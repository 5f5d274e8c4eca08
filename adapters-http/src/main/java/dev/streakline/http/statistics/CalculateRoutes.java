package dev.streakline.http.statistics;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.Zones;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.statistics.KeepStatistics;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.viewing.Hours;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.AcceptedBody;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.AskedViewer;
import dev.streakline.http.web.Route;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.List;

/** One viewer's statistics, made anew at once. */
public final class CalculateRoutes {

    private final KeepStatistics keep;
    private final ReadHistory histories;

    /** Answers by these use cases. */
    public CalculateRoutes(KeepStatistics keep, ReadHistory histories) {
        this.keep = keep;
        this.histories = histories;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(Route.post("/api/analytics/calculate", AskedViewer.ROLES, AcceptedBody.NONE, this::calculate));
    }

    private void calculate(Context request, Caller caller) {
        ViewerId viewer = AskedViewer.of(request, caller);
        Statistics.Kept kept = keep.keep(new Selection.One(viewer));
        ReadHistory.Counted counted = histories.statistics(viewer, AsOf.LIVE).orElseThrow(AskedViewer::unknown);
        Answers.statistic(
                request,
                counted.now(),
                new CalculatedJson(
                        Zones.name(counted.zone()),
                        kept.changed() > 0,
                        kept.announced(),
                        counted.statistics().streaks().at(counted.now()).current(),
                        counted.statistics().achievements().size(),
                        counted.statistics().totals().watches(),
                        counted.statistics().totals().seconds(),
                        Hours.of(counted.statistics().totals().seconds())));
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
