package dev.streakline.http.intake;

import dev.streakline.application.access.Role;
import dev.streakline.application.intake.IntakeRuleVersions;
import dev.streakline.application.intake.IntakeRulesView;
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

/** Shows the intake rules, and sets them as a new version. Statistics stay current. */
public final class IntakeRoutes {

    private static final String PATH = "/api/admin/intake-rules";
    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

    private final IntakeRuleVersions rules;

    /** Reads from these versions. */
    public IntakeRoutes(IntakeRuleVersions rules) {
        this.rules = rules;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, ADMIN, (request, caller) -> Answers.json(request, IntakeRulesView.of(rules.current()))),
                new Route(HandlerType.PUT, PATH, ADMIN, AcceptedBody.JSON, this::adopt));
    }

    private void adopt(Context request, Caller caller) throws IOException {
        IntakeRulesView body = Bodies.json(request, IntakeRulesView.class);
        Answers.json(request, IntakeRulesView.of(rules.adopt(body.rules())));
    }
}
