package dev.streakline.http.lifetime;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.lifetime.ShowChannels;
import dev.streakline.application.lifetime.ShowLifetime;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.Page;
import dev.streakline.http.web.Route;
import dev.streakline.http.web.TargetViewer;
import io.javalin.http.Context;
import java.util.List;

/** A viewer's channels, and the statistics on each. */
public final class LifetimeRoutes {

    private static final String PATH = "/api/viewer/{viewerId}/channels";

    private final ShowLifetime lifetime;
    private final ShowChannels channels;

    /** Answers by these use cases. */
    public LifetimeRoutes(ShowLifetime lifetime, ShowChannels channels) {
        this.lifetime = lifetime;
        this.channels = channels;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, TargetViewer.ROLES, this::channels),
                Route.get(PATH + "/{channelId}/lifetime-stats", TargetViewer.ROLES, this::lifetime));
    }

    private void lifetime(Context request, Caller caller) {
        ViewerId viewer = TargetViewer.inPath(request, caller);
        Answers.view(
                request,
                lifetime.show(viewer, request.pathParam("channelId"), AsOf.LIVE).orElseThrow(TargetViewer::unknown));
    }

    private void channels(Context request, Caller caller) {
        ViewerId viewer = TargetViewer.inPath(request, caller);
        Page page = Page.of(request);
        Answers.view(request, channels.page(viewer, page.cursor(), page.limit()).orElseThrow(TargetViewer::unknown));
    }
}
