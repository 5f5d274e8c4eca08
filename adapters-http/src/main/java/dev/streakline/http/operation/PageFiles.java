package dev.streakline.http.operation;

import dev.streakline.http.web.Answers;
import dev.streakline.http.web.Route;
import dev.streakline.http.web.StaticFile;
import java.util.List;
import java.util.Set;

/**
 * The files that the page at {@code /docs} loads. Each file is a route of its own: for a folder of static files on the
 * class path, Jetty would read the whole jar at each start.
 */
public final class PageFiles {

    /** The page names it too. */
    private static final String SWAGGER_VERSION = "5.34.1";

    private static final String SWAGGER = "/webjars/swagger-ui/" + SWAGGER_VERSION + "/";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private PageFiles() {}

    /** The routes, open to every caller. */
    public static List<Route> routes() {
        return List.of(
                start(), swagger("swagger-ui.css", "text/css; charset=utf-8"), swagger("swagger-ui-bundle.js", SCRIPT));
    }

    /** Not cached by clients: it is no longer than the answer that it is unchanged. */
    private static Route start() {
        StaticFile file = StaticFile.onClassPath("/dev/streakline/http/start.js", SCRIPT);
        return Route.get("/docs/start.js", Set.of(), (request, caller) -> {
            request.header("Cache-Control", "no-cache");
            file.answer(request);
        });
    }

    /** Cached by clients for a year: the path contains the version. */
    private static Route swagger(String name, String type) {
        String path = SWAGGER + name;
        StaticFile file = StaticFile.onClassPath("/META-INF/resources" + path, type);
        return Route.get(path, Set.of(), (request, caller) -> {
            request.header("Cache-Control", "max-age=31622400");
            if (!Answers.isNotModified(request, "W/\"" + SWAGGER_VERSION + "\"")) {
                file.answer(request);
            }
        });
    }
}
