package dev.streakline.cli.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streakline.application.history.PolicyVersions;
import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.history.Policies;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.milestone.Rung;
import dev.streakline.domain.milestone.Tier;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.viewing.CompletionPolicy;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Policies as JSON, as they are shown and as they are set.
 *
 * @param version their number; ignored when they are set
 * @param dayStart when local days begin, such as {@code "04:00"}
 */
public record PolicyJson(
        int version, String dayStart, StreaksJson streaks, CompletionJson completion, List<LadderJson> ladders) {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build()
            .readerFor(PolicyJson.class);

    /** What qualifies a day, and freezes; see {@link StreakPolicy}. */
    public record StreaksJson(int minimumSeconds, int freezeCap, int daysPerFreeze) {}

    /** When a title is completed; see {@link CompletionPolicy}. */
    public record CompletionJson(int percent, int secondsOfUnknown) {}

    /** The rungs of one measure; see {@link Ladder}. */
    public record LadderJson(String measure, List<RungJson> rungs) {}

    /** One rung; see {@link Rung}. */
    public record RungJson(int threshold, String tier) {}

    /** Policies cannot be read; the message says where and why. */
    public static final class Invalid extends Exception {
        private static final long serialVersionUID = 1;

        private Invalid(String message, Exception cause) {
            super(message, cause);
        }
    }

    /** The JSON of a version. */
    public static PolicyJson of(PolicyVersions.Version version) {
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
     * The policies in a JSON text.
     *
     * @throws Invalid when it is no JSON, lacks a member or has one too many, or a value is out of its bounds
     */
    public static Policies read(String text) throws Invalid {
        try {
            PolicyJson json = READER.readValue(text);
            return json.policies();
        } catch (JsonMappingException wrong) {
            throw new Invalid(pointer(wrong) + wrong.getOriginalMessage(), wrong);
        } catch (JsonProcessingException broken) {
            throw new Invalid("it is no JSON: " + broken.getOriginalMessage(), broken);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new Invalid(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static String pointer(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining("", "", ": "));
    }

    private Policies policies() {
        return new Policies(
                new DayStart(LocalTime.parse(dayStart)),
                new StreakPolicy(streaks.minimumSeconds, streaks.freezeCap, streaks.daysPerFreeze),
                new CompletionPolicy(completion.percent, completion.secondsOfUnknown),
                ladders.stream().map(PolicyJson::ladder).toList());
    }

    private static Ladder ladder(LadderJson ladder) {
        return new Ladder(
                value("measure", Measure.values(), Measure::code, ladder.measure),
                ladder.rungs.stream()
                        .map(rung -> new Rung(rung.threshold, value("tier", Tier.values(), Tier::code, rung.tier)))
                        .toList());
    }

    private static <E> E value(String member, E[] values, Function<E, String> code, String word) {
        return Stream.of(values)
                .filter(value -> code.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(member + " must be one of "
                        + Stream.of(values).map(code).toList() + ", but is " + word));
    }
}
