package dev.streakline.http.ranking;

import dev.streakline.application.access.Role;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.ShowRanking;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.ranking.RankingJson.RowJson;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.Page;
import dev.streakline.http.web.ProblemException;
import dev.streakline.http.web.Route;
import dev.streakline.http.web.TargetViewer;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who stands where on a channel, and among everybody. */
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
        answer(request, caller, new Population.OfChannel(channel), channel);
    }

    private void ofDeployment(Context request, Caller caller) {
        answer(request, caller, Population.DEPLOYMENT, null);
    }

    private void answer(Context request, Caller caller, Population population, @Nullable String channel) {
        Metric metric = metric(request.queryParam("metric"));
        ViewerId own = TargetViewer.of(request, caller);
        Page page = Page.of(request);
        ShowRanking.RankingView view =
                show.show(population, metric, own, page.limit(), page.after(RankingRoutes::place));
        ShowRanking.@Nullable RankingCursor next = view.next();
        Answers.statistic(
                request,
                view.asOf(),
                new RankingJson(
                        channel,
                        metric.code(),
                        view.population(),
                        rows(view.rows(), own, caller),
                        next == null ? null : Page.cursor(next.value() + " " + next.viewerKey()),
                        rows(view.around(), own, caller)));
    }

    private static List<RowJson> rows(List<ShowRanking.RankingRow> rows, ViewerId own, Caller caller) {
        return rows.stream()
                .map(row -> new RowJson(
                        row.rank(),
                        caller.may(Role.READER, Role.ADMIN) ? row.viewer().value() : null,
                        row.name(),
                        row.value(),
                        row.viewer().equals(own)))
                .toList();
    }

    private static Metric metric(@Nullable String name) {
        return name == null
                ? Metric.WATCH_TIME
                : Metric.ofCode(name)
                        .orElseThrow(() -> ProblemException.parameter("metric", "must be watchTime or messages."));
    }

    private static ShowRanking.RankingCursor place(String cursor) {
        int space = cursor.indexOf(' ');
        return new ShowRanking.RankingCursor(
                Long.parseLong(cursor.substring(0, space)), Long.parseLong(cursor.substring(space + 1)));
    }
}
