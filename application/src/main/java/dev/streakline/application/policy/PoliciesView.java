package dev.streakline.application.policy;

import dev.streakline.application.view.InvalidFieldException;
import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.milestone.Rung;
import dev.streakline.domain.milestone.Tier;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.viewing.CompletionPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Policies as they are shown, and as they are sent to be set.
 *
 * @param version their number; ignored when they are set
 * @param dayStart when local days begin, such as {@code 04:00}
 * @param streaks see {@link StreakPolicy}
 * @param completion see {@link CompletionPolicy}
 * @param ladders see {@link Ladder}
 */
public record PoliciesView(
        @Nullable Integer version,
        @NotNull String dayStart,
        @NotNull @Valid StreaksView streaks,
        @NotNull @Valid CompletionView completion,
        @NotNull @Size(max = 20) List<@NotNull @Valid LadderView> ladders) {

    private static final PolicyMapper MAPPER = new GeneratedPolicyMapper();

    /** What qualifies a day, and freezes. */
    public record StreaksView(
            @NotNull Integer minimumSeconds,
            @NotNull Integer freezeCap,
            @NotNull Integer daysPerFreeze) {}

    /** When a title is completed. */
    public record CompletionView(
            @NotNull Integer percent, @NotNull Integer secondsOfUnknown) {}

    /** The rungs of one measure. */
    public record LadderView(
            @NotNull String measure,
            @NotNull @Size(max = 100) List<@NotNull @Valid RungView> rungs) {}

    /** One rung. */
    public record RungView(
            @NotNull Integer threshold, @NotNull String tier) {}

    /** The view of a version. */
    public static PoliciesView of(PolicyVersions.PolicyVersion version) {
        return MAPPER.view(version.number(), version.policies());
    }

    /**
     * The policies.
     *
     * @throws InvalidFieldException for a value that is out of the bounds of the domain
     */
    public Policies policies() {
        List<Ladder> made = indexed(ladders, (at, ladder) -> ladder("/ladders/" + at, ladder));
        DayStart start = at("/dayStart", () -> new DayStart(LocalTime.parse(dayStart)));
        StreakPolicy streakPolicy = at(
                "/streaks", () -> new StreakPolicy(streaks.minimumSeconds, streaks.freezeCap, streaks.daysPerFreeze));
        CompletionPolicy completionPolicy =
                at("/completion", () -> new CompletionPolicy(completion.percent, completion.secondsOfUnknown));
        return at("/ladders", () -> new Policies(start, streakPolicy, completionPolicy, made));
    }

    private static Ladder ladder(String pointer, LadderView ladder) {
        List<Rung> rungs = indexed(ladder.rungs, (at, rung) -> rung(pointer + "/rungs/" + at, rung));
        Measure measure = oneOf(pointer + "/measure", ladder.measure, Measure.values(), Measure::code);
        return at(pointer + "/rungs", () -> new Ladder(measure, rungs));
    }

    private static Rung rung(String pointer, RungView rung) {
        Tier tier = oneOf(pointer + "/tier", rung.tier, Tier.values(), Tier::code);
        return at(pointer + "/threshold", () -> new Rung(rung.threshold, tier));
    }

    private static <E> E oneOf(String pointer, String text, E[] values, Function<E, String> code) {
        return Stream.of(values)
                .filter(value -> code.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidFieldException(
                        pointer,
                        "must be one of "
                                + String.join(", ", Stream.of(values).map(code).toList()) + "."));
    }

    private static <T> T at(String pointer, Supplier<T> made) {
        try {
            return made.get();
        } catch (DateTimeException noTime) {
            throw new InvalidFieldException(pointer, "must be a time such as \"04:00\".");
        } catch (IllegalArgumentException outOfBounds) {
            throw new InvalidFieldException(pointer, outOfBounds.getMessage() + ".");
        }
    }

    private static <T, R> List<R> indexed(List<T> values, BiFunction<Integer, T, R> made) {
        return IntStream.range(0, values.size())
                .mapToObj(index -> made.apply(index, values.get(index)))
                .toList();
    }
}
