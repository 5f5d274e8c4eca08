package dev.streakline.http.policy;

import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.milestone.Rung;
import dev.streakline.domain.milestone.Tier;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.viewing.CompletionPolicy;
import dev.streakline.http.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Policies as JSON, the same shape as {@code streakline policy show --json} has.
 *
 * @param version their number; ignored when they are set
 * @param dayStart when local days begin, such as {@code "04:00"}
 */
record PolicyJson(
        @Nullable Integer version,
        @NotNull String dayStart,
        @NotNull @Valid StreaksJson streaks,
        @NotNull @Valid CompletionJson completion,
        @NotNull @Size(max = 20) List<@NotNull @Valid LadderJson> ladders) {

    /** What qualifies a day, and freezes. */
    record StreaksJson(
            @NotNull Integer minimumSeconds,
            @NotNull Integer freezeCap,
            @NotNull Integer daysPerFreeze) {}

    /** When a title is completed. */
    record CompletionJson(@NotNull Integer percent, @NotNull Integer secondsOfUnknown) {}

    /** The rungs of one measure. */
    record LadderJson(
            @NotNull String measure,
            @NotNull @Size(max = 100) List<@NotNull @Valid RungJson> rungs) {}

    /** One rung. */
    record RungJson(@NotNull Integer threshold, @NotNull String tier) {}

    static PolicyJson of(PolicyVersions.PolicyVersion version) {
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

    /**
     * The policies.
     *
     * @throws ProblemException with the place that is out of bounds; the domain knows them
     */
    Policies policies() {
        List<Ladder> made = new ArrayList<>();
        for (int i = 0; i < ladders.size(); i++) {
            made.add(ladder("/ladders/" + i, ladders.get(i)));
        }
        return at(
                "/ladders",
                () -> new Policies(
                        at("/dayStart", () -> new DayStart(LocalTime.parse(dayStart))),
                        at(
                                "/streaks",
                                () -> new StreakPolicy(
                                        streaks.minimumSeconds(), streaks.freezeCap(), streaks.daysPerFreeze())),
                        at(
                                "/completion",
                                () -> new CompletionPolicy(completion.percent(), completion.secondsOfUnknown())),
                        made));
    }

    private static Ladder ladder(String pointer, LadderJson ladder) {
        List<Rung> rungs = new ArrayList<>();
        for (int i = 0; i < ladder.rungs().size(); i++) {
            String place = pointer + "/rungs/" + i;
            RungJson rung = ladder.rungs().get(i);
            Tier tier = oneOf(place + "/tier", rung.tier(), Tier.values(), Tier::code);
            rungs.add(at(place + "/threshold", () -> new Rung(rung.threshold(), tier)));
        }
        Measure measure = oneOf(pointer + "/measure", ladder.measure(), Measure.values(), Measure::code);
        return at(pointer + "/rungs", () -> new Ladder(measure, rungs));
    }

    private static <E> E oneOf(String pointer, String text, E[] values, Function<E, String> code) {
        return Stream.of(values)
                .filter(value -> code.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.at(
                        pointer,
                        "field.invalid",
                        "must be one of "
                                + String.join(", ", Stream.of(values).map(code).toList()) + "."));
    }

    private static <T> T at(String pointer, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException | DateTimeException outOfBounds) {
            throw ProblemException.at(pointer, "field.invalid", String.valueOf(outOfBounds.getMessage()));
        }
    }
}
