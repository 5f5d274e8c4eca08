package dev.streakline.http.statistics;

import dev.streakline.application.history.AsOf;
import dev.streakline.application.streak.ShowStreak;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.Route;
import dev.streakline.http.web.TargetViewer;
import io.javalin.http.Context;
import java.util.List;

/** The route of a viewer's streak. */
public final class StreakRoutes {

    private final ShowStreak show;

    /** Answers by this use case. */
    public StreakRoutes(ShowStreak show) {
        this.show = show;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(Route.get("/api/analytics/streak", TargetViewer.ROLES, this::streak));
    }

    private void streak(Context request, Caller caller) {
        Answers.view(
                request, show.show(TargetViewer.of(request, caller), AsOf.LIVE).orElseThrow(TargetViewer::unknown));
    }
}
