package dev.streakline.http.server;

import dev.streakline.http.web.Route;
import io.javalin.config.RouterConfig;
import io.javalin.http.HandlerType;
import io.javalin.router.matcher.PathParser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All routes by method and path, matched by the rules of the router that will ask them. */
public final class RouteTable {

    private final List<Entry> entries;

    private record Entry(Route route, PathParser path) {}

    /** @param rules those of the router */
    public RouteTable(List<Route> routes, RouterConfig rules) {
        this.entries = routes.stream()
                .map(route -> new Entry(route, new PathParser(route.path(), rules)))
                .toList();
    }

    /**
     * The route that answers a request; what answers GET answers HEAD too.
     *
     * @param path as it was sent, not decoded
     * @return absent where there is none
     */
    @Nullable
    Route find(String method, String path) {
        String asked = method.equals("HEAD") ? HandlerType.GET.name() : method;
        for (Entry entry : entries) {
            if (entry.route.method().name().equals(asked) && entry.path.matches(path)) {
                return entry.route;
            }
        }
        return null;
    }
}
