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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a viewer is to a channel, and which channels he has. */
public final class LifetimeRoutes {

    private static final String PATH = "/api/viewer/{viewerId}/channels";
    private static final Pattern PLACE = Pattern.compile("(\\d+) (\\d+) (\\d+) (.+)", Pattern.DOTALL);

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
        ShowLifetime.LifetimeView view =
                lifetime.show(viewer, request.pathParam("channelId"), AsOf.LIVE).orElseThrow(TargetViewer::unknown);
        Answers.statistic(request, view.asOf(), LifetimeJson.of(viewer, view));
    }

    private void channels(Context request, Caller caller) {
        ViewerId viewer = TargetViewer.inPath(request, caller);
        Page page = Page.of(request);
        ShowChannels.@Nullable ChannelCursor after = page.after(LifetimeRoutes::place);
        ShowChannels.ChannelsView view =
                channels.page(viewer, after, page.limit() + 1).orElseThrow(TargetViewer::unknown);
        Page.Items<ShowChannels.ChannelSummary> part = page.answer(view.channels(), last -> cursor(last.cursor()));
        Answers.statistic(request, view.asOf(), ChannelsJson.of(viewer, view.zone(), part));
    }

    private static String cursor(ShowChannels.ChannelCursor cursor) {
        return cursor.seconds() + " " + cursor.messages() + " " + cursor.sessions() + " " + cursor.channel();
    }

    private static ShowChannels.ChannelCursor place(String cursor) {
        Matcher parts = PLACE.matcher(cursor);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a place has three numbers and a channel");
        }
        return new ShowChannels.ChannelCursor(
                Long.parseLong(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                parts.group(4));
    }
}
