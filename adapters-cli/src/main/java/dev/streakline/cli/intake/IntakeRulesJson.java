package dev.streakline.cli.intake;

import dev.streakline.application.intake.IntakeLimits;
import dev.streakline.application.intake.IntakeRuleVersions;

/**
 * Intake rules as JSON, the same shape as {@code GET /api/admin/intake-rules} has.
 *
 * @param version their number
 * @param viewerFacts {@code "on"} or {@code "off"}
 */
public record IntakeRulesJson(int version, String viewerFacts, IntakeLimits limits) {

    /** Of a version. */
    public static IntakeRulesJson of(IntakeRuleVersions.IntakeRuleVersion version) {
        return new IntakeRulesJson(
                version.number(),
                version.rules().viewerFacts().code(),
                version.rules().limits());
    }
}
