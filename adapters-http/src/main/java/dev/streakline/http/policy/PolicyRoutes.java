package dev.streakline.http.policy;

import dev.streakline.application.access.Role;
import dev.streakline.application.policy.PoliciesView;
import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.AcceptedBody;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.Bodies;
import dev.streakline.http.web.Route;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Shows the policies, and sets them as a new version, by which all viewers are recalculated. */
public final class PolicyRoutes {

    private static final String PATH = "/api/admin/policies";
    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

    private final PolicyVersions policies;

    /** Reads from these versions. */
    public PolicyRoutes(PolicyVersions policies) {
        this.policies = policies;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, ADMIN, (request, caller) -> Answers.json(request, PoliciesView.of(policies.current()))),
                new Route(HandlerType.PUT, PATH, ADMIN, AcceptedBody.JSON, this::adopt));
    }

    private void adopt(Context request, Caller caller) throws IOException {
        PoliciesView body = Bodies.json(request, PoliciesView.class);
        Answers.json(request, PoliciesView.of(policies.adopt(body.policies())));
    }
}
