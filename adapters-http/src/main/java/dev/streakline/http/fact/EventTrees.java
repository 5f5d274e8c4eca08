package dev.streakline.http.fact;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.RejectionCode;
import dev.streakline.http.exchange.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values of a JSON text as trees of maps, lists, texts and numbers; of numbers with a fraction none is rounded. */
final class EventTrees {

    private EventTrees() {}

    /**
     * The value that begins at the current token, read to its end.
     *
     * @throws JsonProcessingException when the text is no JSON, or nests too deeply; what follows cannot be read then
     */
    static Item item(JsonParser json) throws IOException {
        if (json.currentToken() == null) {
            return new Item(Map.of(), new Rejection(RejectionCode.NOT_JSON, "", "There is no JSON."));
        }
        Reading reading = new Reading(json);
        Object value;
        try {
            value = reading.value("", 0);
        } catch (StreamConstraintsException tooLong) {
            return new Item(
                    Map.of(),
                    new Rejection(
                            RejectionCode.NOT_JSON,
                            json.getParsingContext().pathAsPointer().toString(),
                            "The name of a member has more than " + Json.LONGEST_NAME + " characters."));
        }
        if (reading.fault != null) {
            return new Item(Map.of(), reading.fault);
        }
        return value instanceof Map<?, ?> object
                ? new Item(object, null)
                : new Item(Map.of(), new Rejection(RejectionCode.NOT_JSON, "", "The item is not a JSON object."));
    }

    /**
     * One item.
     *
     * @param tree of an event; empty beside a fault
     * @param fault why it is none; absent when it may be one
     */
    record Item(Map<?, ?> tree, @Nullable Rejection fault) {

        /** The names of members of a JSON object are texts. */
        Map<String, ?> event() {
            Map<String, @Nullable Object> event = new LinkedHashMap<>();
            tree.forEach((name, value) -> event.put(String.valueOf(name), value));
            return event;
        }
    }

    /** One walk. A member given twice leaves open what is meant; the walk goes on, for others follow. */
    private static final class Reading {

        private final JsonParser json;
        private @Nullable Rejection fault;

        private Reading(JsonParser json) {
            this.json = json;
        }

        private @Nullable Object value(String pointer, int depth) throws IOException {
            return switch (json.currentToken()) {
                case START_OBJECT -> isTooDeep(pointer, depth) ? null : object(pointer, depth);
                case START_ARRAY -> isTooDeep(pointer, depth) ? null : array(pointer, depth);
                case VALUE_STRING -> isTooLong(pointer, Json.LONGEST_TEXT) ? null : json.getText();
                case VALUE_NUMBER_INT -> isTooLong(pointer, Json.LONGEST_NUMBER) ? null : json.getNumberValue();
                case VALUE_NUMBER_FLOAT -> isTooLong(pointer, Json.LONGEST_NUMBER) ? null : decimal(pointer);
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> null;
            };
        }

        private boolean isTooDeep(String pointer, int depth) throws IOException {
            boolean isTooDeep = depth == Json.DEEPEST;
            if (isTooDeep) {
                fail(pointer, "nests deeper than " + Json.DEEPEST + ".");
                json.skipChildren();
            }
            return isTooDeep;
        }

        private boolean isTooLong(String pointer, int longest) throws IOException {
            boolean isTooLong = json.getTextLength() > longest;
            if (isTooLong) {
                fail(pointer, "has more than " + longest + " characters.");
            }
            return isTooLong;
        }

        private Map<String, @Nullable Object> object(String pointer, int depth) throws IOException {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                String below = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
                json.nextToken();
                Object value = value(below, depth + 1);
                if (members.containsKey(name)) {
                    fail(below, "is given twice; leave one out.");
                }
                members.put(name, value);
            }
            return members;
        }

        private List<@Nullable Object> array(String pointer, int depth) throws IOException {
            List<@Nullable Object> elements = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(pointer + "/" + elements.size(), depth + 1));
            }
            return elements;
        }

        private @Nullable Object decimal(String pointer) throws IOException {
            try {
                return json.getDecimalValue();
            } catch (NumberFormatException | ArithmeticException huge) {
                fail(pointer, "has an exponent that is too large.");
                return null;
            }
        }

        private void fail(String pointer, String reason) {
            if (fault == null) {
                fault = new Rejection(RejectionCode.NOT_JSON, pointer, "The member at " + pointer + " " + reason);
            }
        }
    }
}
