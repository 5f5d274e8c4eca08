package dev.streakline.http.web;

import dev.streakline.application.access.Role;
import io.javalin.http.HandlerType;
import java.util.Set;

/**
 * One entry of the table of routes. A caller without one of these roles is refused; only routes for probes are open.
 *
 * @param path with parameters in braces, as in the OpenAPI document
 * @param roles one of which the caller must have; empty for an open route
 * @param body which bodies it reads
 */
public record Route(HandlerType method, String path, Set<Role> roles, AcceptedBody body, Endpoint endpoint) {

    /** Defensive copies. */
    public Route {
        roles = Set.copyOf(roles);
    }

    /** A route that reads no body. */
    public Route(HandlerType method, String path, Set<Role> roles, Endpoint endpoint) {
        this(method, path, roles, AcceptedBody.NONE, endpoint);
    }

    /** A route that shows. */
    public static Route get(String path, Set<Role> roles, Endpoint endpoint) {
        return new Route(HandlerType.GET, path, roles, endpoint);
    }

    /** A route that adds what a body contains. */
    public static Route post(String path, Set<Role> roles, AcceptedBody body, Endpoint endpoint) {
        return new Route(HandlerType.POST, path, roles, body, endpoint);
    }
}
