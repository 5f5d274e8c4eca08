package dev.streakline.http.statistics;

import dev.streakline.application.history.AsOf;
import dev.streakline.application.streak.ShowStreak;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.AskedViewer;
import dev.streakline.http.web.Route;
import io.javalin.http.Context;
import java.util.List;

/** What a viewer's streak is. */
public final class StreakRoutes {

    private final ShowStreak show;

    /** Answers by this use case. */
    public StreakRoutes(ShowStreak show) {
        this.show = show;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(Route.get("/api/analytics/streak", AskedViewer.ROLES, this::streak));
    }

    private void streak(Context request, Caller caller) {
        ShowStreak.Answer answer =
                show.of(AskedViewer.of(request, caller), AsOf.LIVE).orElseThrow(AskedViewer::unknown);
        Answers.statistic(request, answer.asOf(), StreakJson.of(answer));
    }
}
