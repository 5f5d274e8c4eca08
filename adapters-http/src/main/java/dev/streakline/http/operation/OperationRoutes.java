package dev.streakline.http.operation;

import dev.streakline.application.access.Role;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.ProblemCode;
import dev.streakline.http.web.ProblemException;
import dev.streakline.http.web.Route;
import dev.streakline.http.web.StaticFile;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The routes for operation: liveness, readiness, metrics, the API's description, and the caller's own account. */
public final class OperationRoutes {

    private final Supplier<@Nullable String> ready;
    private final Supplier<String> metrics;

    /**
     * @param ready returns why the service cannot answer now; null when it can
     * @param metrics all of them in the text format of Prometheus
     */
    public OperationRoutes(Supplier<@Nullable String> ready, Supplier<String> metrics) {
        this.ready = ready;
        this.metrics = metrics;
    }

    /** The routes. */
    public List<Route> routes() {
        Set<Role> anybody = EnumSet.allOf(Role.class);
        StaticFile page = StaticFile.onClassPath("/dev/streakline/http/docs.html", "text/html; charset=utf-8");
        return List.of(
                Route.get("/livez", Set.of(), (request, caller) -> Answers.json(request, Map.of("status", "live"))),
                Route.get("/readyz", Set.of(), (request, caller) -> ready(request)),
                Route.get(
                        "/openapi.json",
                        Set.of(),
                        (request, caller) -> OpenApiDocument.file().answer(request)),
                Route.get("/docs", Set.of(), (request, caller) -> docs(request, page)),
                Route.get(
                        "/metrics",
                        Set.of(Role.ADMIN, Role.READER),
                        (request, caller) -> request.contentType("text/plain; version=0.0.4; charset=utf-8")
                                .result(metrics.get())),
                Route.get("/api/whoami", anybody, (request, caller) -> Answers.json(request, WhoAmI.of(caller))));
    }

    private void ready(Context request) {
        @Nullable String reason = ready.get();
        if (reason != null) {
            throw ProblemException.because(ProblemCode.SERVICE_UNAVAILABLE, reason);
        }
        Answers.json(request, Map.of("status", "ready"));
    }

    private static void docs(Context request, StaticFile page) throws IOException {
        request.header(
                "Content-Security-Policy",
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:");
        page.answer(request);
    }

    /** The caller, as the service has authenticated them. */
    record WhoAmI(String account, List<String> roles) {

        static WhoAmI of(Caller caller) {
            return new WhoAmI(
                    caller.account(),
                    caller.roles().stream().map(Role::code).sorted().toList());
        }
    }
}
