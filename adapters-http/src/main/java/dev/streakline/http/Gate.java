package dev.streakline.http;

import dev.streakline.application.access.Role;
import dev.streakline.http.access.Authentication;
import dev.streakline.http.access.Caller;
import dev.streakline.http.access.Ids;
import dev.streakline.http.exchange.ProblemCode;
import dev.streakline.http.exchange.Refused;
import dev.streakline.http.exchange.Route;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What every request passes before a route answers it: who calls, how often, and whether he may. */
final class Gate {

    /** Where the log finds the route and the credential of a request. */
    static final String ROUTE = "streakline.route";

    static final String CREDENTIAL = "streakline.credential";
    static final String REQUEST_ID = "streakline.request-id";

    /** Whoever asks an open route, which does not look at him. */
    private static final Caller ANYBODY = new Caller("anybody", Set.of(Role.VIEWER), "none");

    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final Authentication authentication;
    private final RateLimits limits;
    private final Ids ids;

    Gate(Authentication authentication, RateLimits limits, Ids ids) {
        this.authentication = authentication;
        this.limits = limits;
        this.ids = ids;
    }

    /** Gives a request its id, the sender's where he gave a sane one. */
    void name(Context request) {
        @Nullable String sent = request.header("X-Request-Id");
        String id = sent != null && SANE_ID.matcher(sent).matches() ? sent : ids.next();
        request.req().setAttribute(REQUEST_ID, id);
        request.header("X-Request-Id", id);
        request.header("X-Content-Type-Options", "nosniff");
    }

    static String requestId(Context request) {
        return request.req().getAttribute(REQUEST_ID) instanceof String id ? id : "unknown";
    }

    /** Lets a request through to its route, or refuses it. */
    void pass(Route route, Context request) throws IOException {
        request.req().setAttribute(ROUTE, route.path());
        if (route.roles().isEmpty()) {
            route.endpoint().answer(request, ANYBODY);
            return;
        }
        Caller caller = authentication.of(request.header("Authorization"));
        request.req().setAttribute(CREDENTIAL, caller.credential());
        limit(request, caller);
        if (route.roles().stream().noneMatch(caller::may)) {
            throw Refused.because(
                    ProblemCode.AUTH_FORBIDDEN,
                    "One of these roles is needed: "
                            + route.roles().stream()
                                    .map(role -> role.code())
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        route.endpoint().answer(request, caller);
    }

    /** Header fields as in the draft "RateLimit header fields for HTTP" (draft-ietf-httpapi-ratelimit-headers). */
    private void limit(Context request, Caller caller) {
        RateLimits.Taken taken = limits.take(caller.credential());
        request.header("RateLimit-Policy", "\"default\";q=" + limits.perMinute() + ";w=60");
        request.header("RateLimit", "\"default\";r=" + Math.max(0, taken.remaining()) + ";t=" + taken.resetSeconds());
        if (taken.isTooMany()) {
            request.header("Retry-After", String.valueOf(taken.resetSeconds()));
            throw Refused.because(
                    ProblemCode.RATE_EXCEEDED,
                    "This credential has " + limits.perMinute() + " requests a minute. Try again in "
                            + taken.resetSeconds() + " s.");
        }
    }
}
