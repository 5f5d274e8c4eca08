package dev.streakline.http.server;

import dev.streakline.application.access.Role;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.http.credential.Authentication;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.credential.Ids;
import dev.streakline.http.credential.NotAuthenticatedException;
import dev.streakline.http.web.ProblemCode;
import dev.streakline.http.web.ProblemException;
import dev.streakline.http.web.Route;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Checks every request by its headers, before a byte of its body is read: route, caller, rate limit, permission and
 * announced body. The result travels with the request as a {@link CheckedRequest}; {@link RequestGate} answers a
 * refusal, like every other.
 */
public final class HeaderCheck extends Handler.Wrapper {

    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final RouteTable routes;
    private final Authentication authentication;
    private final RateLimits limits;
    private final Ids ids;

    public HeaderCheck(RouteTable routes, Authentication authentication, RateLimits limits, Ids ids) {
        this.routes = routes;
        this.authentication = authentication;
        this.limits = limits;
        this.ids = ids;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        @Nullable String sent = request.getHeaders().get("X-Request-Id");
        request.setAttribute(
                CheckedRequest.REQUEST_ID, sent != null && SANE_ID.matcher(sent).matches() ? sent : ids.next());
        Route route = routes.find(request.getMethod(), request.getHttpURI().getPath());
        if (route != null) {
            request.setAttribute(CheckedRequest.ROUTE, route.path());
            check(route, request).attachTo(request);
        }
        return super.handle(request, response, callback);
    }

    private CheckedRequest check(Route route, Request request) {
        if (route.roles().isEmpty()) {
            return CheckedRequest.open(route);
        }
        RateLimits.Taken rate = null;
        try {
            Caller caller = authentication.authenticate(request.getHeaders().get(HttpHeader.AUTHORIZATION));
            request.setAttribute(CheckedRequest.CREDENTIAL, caller.credential());
            rate = limits.take(caller.credential());
            requireRate(rate);
            requireRole(route, caller);
            requireBody(route, request);
            return new CheckedRequest(route, caller, rate, null);
        } catch (NotAuthenticatedException | ProblemException | StoreUnavailableException refusal) {
            return CheckedRequest.refused(route, rate, refusal);
        }
    }

    private void requireRate(RateLimits.Taken rate) {
        if (rate.isTooMany()) {
            throw ProblemException.because(
                    ProblemCode.RATE_EXCEEDED,
                    "This credential is limited to " + limits.perMinute() + " requests a minute. Try again in "
                            + rate.resetSeconds() + " s.");
        }
    }

    private static void requireRole(Route route, Caller caller) {
        if (route.roles().stream().noneMatch(caller::may)) {
            throw ProblemException.because(
                    ProblemCode.AUTH_FORBIDDEN,
                    "One of these roles is required: "
                            + route.roles().stream().map(Role::code).sorted().collect(Collectors.joining(", "))
                            + ".");
        }
    }

    private static void requireBody(Route route, Request request) {
        if (route.body().isAny()) {
            String unused =
                    route.body().require(request.getHeaders().get(HttpHeader.CONTENT_TYPE), request.getLength());
        }
    }
}
