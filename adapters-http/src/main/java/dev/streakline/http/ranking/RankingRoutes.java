package dev.streakline.http.ranking;

import dev.streakline.application.access.Role;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.RankingView;
import dev.streakline.application.ranking.ShowRanking;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.Page;
import dev.streakline.http.web.ProblemException;
import dev.streakline.http.web.Route;
import dev.streakline.http.web.TargetViewer;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rankings of a channel's viewers, and of all viewers. */
public final class RankingRoutes {

    private final ShowRanking show;

    /** Answers by this use case. */
    public RankingRoutes(ShowRanking show) {
        this.show = show;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get("/api/channels/{channelId}/ranking", TargetViewer.ROLES, this::ofChannel),
                Route.get("/api/ranking", TargetViewer.ROLES, this::ofDeployment));
    }

    private void ofChannel(Context request, Caller caller) {
        String channel = request.pathParam("channelId");
        answer(request, caller, new Population.OfChannel(channel));
    }

    private void ofDeployment(Context request, Caller caller) {
        answer(request, caller, Population.DEPLOYMENT);
    }

    private void answer(Context request, Caller caller, Population population) {
        Metric metric = metric(request.queryParam("metric"));
        ViewerId viewer = TargetViewer.of(request, caller);
        Page page = Page.of(request);
        RankingView view = show.show(population, metric, viewer, page.limit(), page.cursor());
        Answers.view(request, caller.may(Role.READER, Role.ADMIN) ? view : view.withoutIds());
    }

    private static Metric metric(@Nullable String name) {
        return name == null
                ? Metric.WATCH_TIME
                : Metric.ofCode(name)
                        .orElseThrow(() -> ProblemException.parameter("metric", "must be watchTime or messages."));
    }
}
