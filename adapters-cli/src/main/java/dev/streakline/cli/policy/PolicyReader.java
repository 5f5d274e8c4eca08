package dev.streakline.cli.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.milestone.Rung;
import dev.streakline.domain.milestone.Tier;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.viewing.CompletionPolicy;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads policies from JSON, strictly: a member that is missing, unknown or wrong is named by its JSON pointer. */
public final class PolicyReader {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();
    private static final String VERSION = "version";

    private PolicyReader() {}

    /** Policies cannot be read; the message says where and why. */
    public static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Invalid(String message) {
            super(message);
        }
    }

    /**
     * The policies in a JSON text. Their version may be missing, for they get one when they are put in force.
     *
     * @throws Invalid when it is no JSON, lacks a member or has one too many, or a value is out of its bounds
     */
    public static Policies read(String text) {
        try {
            return policies(new Place("", JSON.readTree(text)));
        } catch (JsonProcessingException broken) {
            throw new Invalid("it is no JSON: " + firstWords(broken.getOriginalMessage()) + ", line "
                    + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr());
        }
    }

    /** Without the place in words of the parser's own, in brackets behind. */
    private static String firstWords(String message) {
        return message.split(" \\(|\n", 2)[0];
    }

    private static Policies policies(Place root) {
        root.requireMembers(List.of(VERSION, "dayStart", "streaks", "completion", "ladders"));
        DayStart dayStart = dayStart(root.member("dayStart"));
        StreakPolicy streaks = streaks(root.member("streaks"));
        CompletionPolicy completion = completion(root.member("completion"));
        Place ladders = root.member("ladders");
        List<Ladder> read = ladders.elements(PolicyReader::ladder);
        return ladders.valid(() -> new Policies(dayStart, streaks, completion, read));
    }

    private static DayStart dayStart(Place place) {
        String text = place.text();
        return place.valid(() -> {
            try {
                return new DayStart(LocalTime.parse(text));
            } catch (DateTimeException noTime) {
                throw new IllegalArgumentException("must be a time such as \"04:00\", but is " + place.node, noTime);
            }
        });
    }

    private static StreakPolicy streaks(Place place) {
        place.requireMembers(List.of("minimumSeconds", "freezeCap", "daysPerFreeze"));
        int minimumSeconds = place.member("minimumSeconds").number();
        int freezeCap = place.member("freezeCap").number();
        int daysPerFreeze = place.member("daysPerFreeze").number();
        return place.valid(() -> new StreakPolicy(minimumSeconds, freezeCap, daysPerFreeze));
    }

    private static CompletionPolicy completion(Place place) {
        place.requireMembers(List.of("percent", "secondsOfUnknown"));
        int percent = place.member("percent").number();
        int secondsOfUnknown = place.member("secondsOfUnknown").number();
        return place.valid(() -> new CompletionPolicy(percent, secondsOfUnknown));
    }

    private static Ladder ladder(Place place) {
        place.requireMembers(List.of("measure", "rungs"));
        Measure measure = place.member("measure").oneOf(Measure.values(), Measure::code);
        Place rungs = place.member("rungs");
        List<Rung> read = rungs.elements(PolicyReader::rung);
        return rungs.valid(() -> new Ladder(measure, read));
    }

    private static Rung rung(Place place) {
        place.requireMembers(List.of("threshold", "tier"));
        int threshold = place.member("threshold").number();
        Tier tier = place.member("tier").oneOf(Tier.values(), Tier::code);
        return place.valid(() -> new Rung(threshold, tier));
    }

    /**
     * A value and where it stands.
     *
     * @param pointer to it, empty for the whole text
     */
    private record Place(String pointer, JsonNode node) {

        private Place member(String name) {
            return new Place(pointer + "/" + name, node.path(name));
        }

        private void requireMembers(List<String> names) {
            require(JsonNode::isObject, "must be an object");
            node.fieldNames().forEachRemaining(name -> {
                if (!names.contains(name)) {
                    throw member(name).wrong("there is no such member, only " + String.join(", ", names));
                }
            });
            names.stream()
                    .filter(name -> !node.has(name) && !name.equals(VERSION))
                    .findFirst()
                    .ifPresent(name -> {
                        throw member(name).wrong("is missing");
                    });
        }

        private <T> List<T> elements(Function<Place, T> read) {
            require(JsonNode::isArray, "must be a list");
            List<T> elements = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                elements.add(read.apply(new Place(pointer + "/" + i, node.get(i))));
            }
            return elements;
        }

        private int number() {
            require(value -> value.isIntegralNumber() && value.canConvertToInt(), "must be a whole number");
            return node.intValue();
        }

        private String text() {
            require(JsonNode::isTextual, "must be a text");
            return node.textValue();
        }

        private <E> E oneOf(E[] values, Function<E, String> code) {
            String text = text();
            List<String> codes = Stream.of(values).map(code).toList();
            require(value -> codes.contains(text), "must be one of " + String.join(", ", codes));
            return values[codes.indexOf(text)];
        }

        /** What a constructor of the domain makes of it, which knows the bounds. */
        private <T> T valid(Supplier<T> made) {
            try {
                return made.get();
            } catch (IllegalArgumentException outOfBounds) {
                throw wrong(String.valueOf(outOfBounds.getMessage()));
            }
        }

        private void require(Predicate<JsonNode> condition, String what) {
            if (!condition.test(node)) {
                throw wrong(what + (node.isMissingNode() ? ", but nothing is there" : ", but is " + excerpt()));
            }
        }

        private String excerpt() {
            String json = node.toString();
            return json.length() <= 40 ? json : json.substring(0, 40) + "…";
        }

        private Invalid wrong(String why) {
            return new Invalid((pointer.isEmpty() ? "" : pointer + ": ") + why);
        }
    }
}
