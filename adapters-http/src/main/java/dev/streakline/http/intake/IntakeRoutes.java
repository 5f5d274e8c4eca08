package dev.streakline.http.intake;

import dev.streakline.application.access.Role;
import dev.streakline.application.intake.IntakeLimits;
import dev.streakline.application.intake.IntakeRuleVersions;
import dev.streakline.application.intake.IntakeRules;
import dev.streakline.application.intake.OwnFacts;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.AcceptedBody;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.Bodies;
import dev.streakline.http.web.ProblemException;
import dev.streakline.http.web.Route;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The intake rules: shown, and set as a new version, which makes nobody's statistics stale. */
public final class IntakeRoutes {

    private static final String PATH = "/api/admin/intake-rules";
    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

    private final IntakeRuleVersions rules;

    /** Of these versions. */
    public IntakeRoutes(IntakeRuleVersions rules) {
        this.rules = rules;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, ADMIN, (request, caller) -> Answers.json(request, IntakeRulesJson.of(rules.current()))),
                new Route(HandlerType.PUT, PATH, ADMIN, AcceptedBody.JSON, this::adopt));
    }

    private void adopt(Context request, Caller caller) throws IOException {
        IntakeRulesJson body = Bodies.json(request, IntakeRulesJson.class);
        Answers.json(request, IntakeRulesJson.of(rules.adopt(body.rules())));
    }

    /**
     * Intake rules as JSON, the same shape as {@code streakline intake show --json} has.
     *
     * @param version their number; ignored when they are set
     * @param viewerFacts {@code "on"} or {@code "off"}
     */
    record IntakeRulesJson(
            @Nullable Integer version,
            @NotNull String viewerFacts,
            @NotNull @Valid LimitsJson limits) {

        static IntakeRulesJson of(IntakeRuleVersions.IntakeRuleVersion version) {
            IntakeLimits limits = version.rules().limits();
            return new IntakeRulesJson(
                    version.number(),
                    version.rules().viewerFacts().code(),
                    new LimitsJson(
                            limits.eventsPerDay(),
                            limits.titles(),
                            limits.channels(),
                            limits.pauses(),
                            limits.zoneChangesPerDay()));
        }

        private IntakeRules rules() {
            OwnFacts own = OwnFacts.ofCode(viewerFacts)
                    .orElseThrow(() -> ProblemException.at("/viewerFacts", "field.invalid", "must be on or off."));
            return new IntakeRules(own, limits.limits());
        }
    }

    /** The limits of a viewer's own token. */
    record LimitsJson(
            @NotNull Integer eventsPerDay,
            @NotNull Integer titles,
            @NotNull Integer channels,
            @NotNull Integer pauses,
            @NotNull Integer zoneChangesPerDay) {

        private IntakeLimits limits() {
            try {
                return new IntakeLimits(eventsPerDay, titles, channels, pauses, zoneChangesPerDay);
            } catch (IllegalArgumentException outOfBounds) {
                throw ProblemException.at("/limits", "field.invalid", String.valueOf(outOfBounds.getMessage()));
            }
        }
    }
}
