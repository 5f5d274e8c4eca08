package dev.streakline.http.lifetime;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.lifetime.ShowChannels;
import dev.streakline.application.lifetime.ShowLifetime;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.AskedViewer;
import dev.streakline.http.web.Page;
import dev.streakline.http.web.Route;
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
                Route.get(PATH, AskedViewer.ROLES, this::channels),
                Route.get(PATH + "/{channelId}/lifetime-stats", AskedViewer.ROLES, this::lifetime));
    }

    private void lifetime(Context request, Caller caller) {
        ViewerId viewer = AskedViewer.inPath(request, caller);
        ShowLifetime.Answer answer =
                lifetime.of(viewer, request.pathParam("channelId"), AsOf.LIVE).orElseThrow(AskedViewer::unknown);
        Answers.statistic(request, answer.asOf(), LifetimeJson.of(viewer, answer));
    }

    private void channels(Context request, Caller caller) {
        ViewerId viewer = AskedViewer.inPath(request, caller);
        Page page = Page.of(request);
        ShowChannels.@Nullable Place after = page.after(LifetimeRoutes::place);
        ShowChannels.Answer answer =
                channels.page(viewer, after, page.limit() + 1).orElseThrow(AskedViewer::unknown);
        Page.Items<ShowChannels.Channel> part = page.answer(answer.channels(), last -> cursor(last.place()));
        Answers.statistic(request, answer.asOf(), ChannelsJson.of(viewer, answer.zone(), part));
    }

    private static String cursor(ShowChannels.Place place) {
        return place.seconds() + " " + place.messages() + " " + place.sessions() + " " + place.channel();
    }

    private static ShowChannels.Place place(String cursor) {
        Matcher parts = PLACE.matcher(cursor);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a place has three numbers and a channel");
        }
        return new ShowChannels.Place(
                Long.parseLong(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                parts.group(4));
    }
}
