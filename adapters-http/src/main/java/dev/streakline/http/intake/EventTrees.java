package dev.streakline.http.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.RejectionCode;
import dev.streakline.json.Json;
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
            value = reading.value(0);
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

        private @Nullable Object value(int depth) throws IOException {
            return switch (json.currentToken()) {
                case START_OBJECT -> isTooDeep(depth) ? null : object(depth);
                case START_ARRAY -> isTooDeep(depth) ? null : array(depth);
                case VALUE_STRING -> text();
                case VALUE_NUMBER_INT -> isNumberTooLong() ? null : json.getNumberValue();
                case VALUE_NUMBER_FLOAT -> isNumberTooLong() ? null : decimal();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> null;
            };
        }

        private boolean isTooDeep(int depth) throws IOException {
            boolean isTooDeep = depth == Json.DEEPEST;
            if (isTooDeep) {
                fail("nests deeper than " + Json.DEEPEST + ".");
                json.skipChildren();
            }
            return isTooDeep;
        }

        private @Nullable String text() throws IOException {
            String text = json.getText();
            return isTooLong(text.length(), Json.LONGEST_TEXT) ? null : text;
        }

        private boolean isNumberTooLong() throws IOException {
            return isTooLong(json.getTextLength(), Json.LONGEST_NUMBER);
        }

        private boolean isTooLong(int length, int longest) {
            boolean isTooLong = length > longest;
            if (isTooLong) {
                fail("has more than " + longest + " characters.");
            }
            return isTooLong;
        }

        private Map<String, @Nullable Object> object(int depth) throws IOException {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                Object value = value(depth + 1);
                if (members.containsKey(name)) {
                    fail("is given twice; leave one out.");
                }
                members.put(name, value);
            }
            return members;
        }

        private List<@Nullable Object> array(int depth) throws IOException {
            List<@Nullable Object> elements = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(depth + 1));
            }
            return elements;
        }

        private @Nullable Object decimal() throws IOException {
            try {
                return json.getDecimalValue();
            } catch (NumberFormatException | ArithmeticException huge) {
                fail("has an exponent that is too large.");
                return null;
            }
        }

        /** The first fault counts. The value at fault is the one that was read last. */
        private void fail(String reason) {
            if (fault == null) {
                String pointer = json.getParsingContext().pathAsPointer().toString();
                fault = new Rejection(RejectionCode.NOT_JSON, pointer, "The member at " + pointer + " " + reason);
            }
        }
    }
}
