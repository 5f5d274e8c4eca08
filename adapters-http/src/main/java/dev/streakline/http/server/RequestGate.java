package dev.streakline.http.server;

import dev.streakline.http.web.ProblemCode;
import dev.streakline.http.web.ProblemException;
import dev.streakline.http.web.Route;
import io.javalin.http.Context;
import java.io.IOException;

/** Lets those requests through to their routes that {@link HeaderCheck} did not refuse. */
public final class RequestGate {

    private final RateLimits limits;

    public RequestGate(RateLimits limits) {
        this.limits = limits;
    }

    /** Names the request in its answer. */
    public static void assignRequestId(Context request) {
        request.header("X-Request-Id", requestId(request));
        request.header("X-Content-Type-Options", "nosniff");
    }

    static String requestId(Context request) {
        return request.req().getAttribute(CheckedRequest.REQUEST_ID) instanceof String id ? id : "unknown";
    }

    /** Answers a request by its route, or refuses it. */
    public void handle(Route route, Context request) throws IOException {
        CheckedRequest checked = CheckedRequest.of(request.req());
        if (checked == null || !checked.route().equals(route)) {
            // Refuses a request whose headers were not checked for this very route.
            throw ProblemException.because(ProblemCode.REQUEST_NOT_FOUND, "There is no such route.");
        }
        if (checked.rate() != null) {
            describeRate(request, checked.rate());
        }
        if (checked.refusal() != null) {
            throw checked.refusal();
        }
        route.endpoint().answer(request, checked.caller());
    }

    /** Header fields as in the draft "RateLimit header fields for HTTP" (draft-ietf-httpapi-ratelimit-headers). */
    private void describeRate(Context request, RateLimits.Taken rate) {
        request.header("RateLimit-Policy", "\"default\";q=" + limits.perMinute() + ";w=60");
        request.header("RateLimit", "\"default\";r=" + Math.max(0, rate.remaining()) + ";t=" + rate.resetSeconds());
        if (rate.isTooMany()) {
            request.header("Retry-After", String.valueOf(rate.resetSeconds()));
        }
    }
}
