package dev.streakline.cli.policy;

import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.milestone.Rung;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.viewing.CompletionPolicy;
import java.util.List;

/**
 * Policies as JSON, as they are shown, and as {@link PolicyReader} reads them.
 *
 * @param version their number; ignored when they are set
 * @param dayStart when local days begin, such as {@code "04:00"}
 */
public record PolicyJson(
        int version, String dayStart, StreaksJson streaks, CompletionJson completion, List<LadderJson> ladders) {

    /** What qualifies a day, and freezes; see {@link StreakPolicy}. */
    public record StreaksJson(int minimumSeconds, int freezeCap, int daysPerFreeze) {}

    /** When a title is completed; see {@link CompletionPolicy}. */
    public record CompletionJson(int percent, int secondsOfUnknown) {}

    /** The rungs of one measure; see {@link Ladder}. */
    public record LadderJson(String measure, List<RungJson> rungs) {}

    /** One rung; see {@link Rung}. */
    public record RungJson(int threshold, String tier) {}

    /** The JSON of a version. */
    public static PolicyJson of(PolicyVersions.PolicyVersion version) {
        Policies policies = version.policies();
        return new PolicyJson(
                version.number(),
                policies.dayStart().time().toString(),
                new StreaksJson(
                        policies.streaks().minimumSeconds(),
                        policies.streaks().freezeCap(),
                        policies.streaks().daysPerFreeze()),
                new CompletionJson(
                        policies.completion().percent(), policies.completion().secondsOfUnknown()),
                policies.ladders().stream()
                        .map(ladder -> new LadderJson(
                                ladder.measure().code(),
                                ladder.rungs().stream()
                                        .map(rung -> new RungJson(
                                                rung.threshold(), rung.tier().code()))
                                        .toList()))
                        .toList());
    }
}
