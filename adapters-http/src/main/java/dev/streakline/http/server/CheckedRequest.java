package dev.streakline.http.server;

import dev.streakline.application.access.Role;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.Route;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking the headers of a request. It travels with the request as an attribute.
 *
 * @param route that the request is for
 * @param caller of the request; anonymous for an open route
 * @param rate how many requests the credential has left; absent where nothing is counted
 * @param refusal why the request is refused, which is answered before its body is read; absent when it is not
 */
record CheckedRequest(
        Route route,
        Caller caller,
        RateLimits.@Nullable Taken rate,
        @Nullable RuntimeException refusal) {

    /** The attributes from which the log reads the route and the credential of a request, and other code its id. */
    static final String ROUTE = "streakline.route";

    static final String CREDENTIAL = "streakline.credential";
    static final String REQUEST_ID = "streakline.request-id";

    private static final String CHECKED = "streakline.checked";

    /** The caller of an open route, which does not check them. */
    private static final Caller ANYBODY = new Caller("anybody", Set.of(Role.VIEWER), "none");

    static CheckedRequest open(Route route) {
        return new CheckedRequest(route, ANYBODY, null, null);
    }

    static CheckedRequest refused(Route route, RateLimits.@Nullable Taken rate, RuntimeException refusal) {
        return new CheckedRequest(route, ANYBODY, rate, refusal);
    }

    /** The result for a request that was checked; absent where no route has its method and path. */
    static @Nullable CheckedRequest of(Request request) {
        return request.getAttribute(CHECKED) instanceof CheckedRequest checked ? checked : null;
    }

    /** As {@link #of(Request)}, from the attribute of a servlet request. */
    static @Nullable CheckedRequest of(jakarta.servlet.ServletRequest request) {
        return request.getAttribute(CHECKED) instanceof CheckedRequest checked ? checked : null;
    }

    void attachTo(Request request) {
        request.setAttribute(CHECKED, this);
    }

    /** The same, refused for this reason. */
    CheckedRequest refusedFor(RuntimeException reason) {
        return new CheckedRequest(route, caller, rate, reason);
    }

    /** Whether its body is to be read. */
    boolean readsBody() {
        return refusal == null && route.body().isAny();
    }

    /** Whether the caller has proved who they are. */
    boolean isAuthenticated() {
        return !caller.equals(ANYBODY);
    }
}
