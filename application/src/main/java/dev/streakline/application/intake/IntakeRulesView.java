package dev.streakline.application.intake;

import dev.streakline.application.view.InvalidFieldException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Intake rules as they are shown, and as they are sent to be set.
 *
 * @param version their number; ignored when they are set
 * @param viewerFacts {@code on} or {@code off}
 * @param limits see {@link IntakeLimits}
 */
public record IntakeRulesView(
        @Nullable Integer version,
        @NotNull String viewerFacts,
        @NotNull @Valid LimitsView limits) {

    private static final IntakeRulesMapper MAPPER = new GeneratedIntakeRulesMapper();

    /** The limits of a viewer's own token. */
    public record LimitsView(
            @NotNull Integer eventsPerDay,
            @NotNull Integer titles,
            @NotNull Integer channels,
            @NotNull Integer pauses,
            @NotNull Integer zoneChangesPerDay) {}

    /** The view of a version. */
    public static IntakeRulesView of(IntakeRuleVersions.IntakeRuleVersion version) {
        return MAPPER.view(
                version.number(),
                version.rules().viewerFacts().code(),
                version.rules().limits());
    }

    /**
     * The rules.
     *
     * @throws InvalidFieldException for a value that is out of the bounds of {@link IntakeRules}
     */
    public IntakeRules rules() {
        OwnFacts own = OwnFacts.ofCode(viewerFacts)
                .orElseThrow(() -> new InvalidFieldException("/viewerFacts", "must be on or off."));
        try {
            return new IntakeRules(
                    own,
                    new IntakeLimits(
                            limits.eventsPerDay,
                            limits.titles,
                            limits.channels,
                            limits.pauses,
                            limits.zoneChangesPerDay));
        } catch (IllegalArgumentException outOfBounds) {
            throw new InvalidFieldException("/limits", outOfBounds.getMessage() + ".");
        }
    }
}
