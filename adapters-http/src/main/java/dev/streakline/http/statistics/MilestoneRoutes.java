package dev.streakline.http.statistics;

import dev.streakline.application.history.AsOf;
import dev.streakline.application.milestone.ShowMilestones;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.Route;
import dev.streakline.http.web.TargetViewer;
import io.javalin.http.Context;
import java.util.List;

/** A viewer's milestones. */
public final class MilestoneRoutes {

    private final ShowMilestones show;

    /** Answers by this use case. */
    public MilestoneRoutes(ShowMilestones show) {
        this.show = show;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(Route.get("/api/analytics/milestones", TargetViewer.ROLES, this::milestones));
    }

    private void milestones(Context request, Caller caller) {
        Answers.view(
                request, show.show(TargetViewer.of(request, caller), AsOf.LIVE).orElseThrow(TargetViewer::unknown));
    }
}
