package dev.streakline.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as a tree of maps, lists, texts, numbers, booleans and nulls. Numbers with a fraction or an exponent
 * are {@code BigDecimal}, so that none is rounded. A repeated or too large member is ambiguous and therefore a fault of
 * the whole tree. Reading continues after it, so that other values of the same text can be read.
 *
 * @param members in their order; empty beside a fault
 * @param fault the first one; absent when there is none
 */
public record JsonTree(
        Map<String, @Nullable Object> members, @Nullable Fault fault) {

    /**
     * Why a value is not the object that was expected.
     *
     * @param pointer to the member at fault (RFC 6901); empty for the whole value
     * @param reason a sentence
     */
    public record Fault(String pointer, String reason) {}

    /**
     * Reads the value that begins at the current token, to its end.
     *
     * @param json of {@link Json#EVENTS}, at the first token of the value
     * @param longestText how many characters a text may have
     * @throws JsonProcessingException when the text is not JSON; what follows cannot be read then
     */
    public static JsonTree read(JsonParser json, int longestText) throws IOException {
        if (json.currentToken() == null) {
            return faulty(new Fault("", "There is no JSON."));
        }
        Walk walk = new Walk(json, longestText);
        try {
            Object value = walk.value(0);
            if (walk.fault != null) {
                return faulty(walk.fault);
            }
            return value instanceof Map<?, ?> object
                    ? new JsonTree(named(object), null)
                    : faulty(new Fault("", "The item is not a JSON object."));
        } catch (StreamConstraintsException tooLong) {
            return faulty(new Fault(
                    json.getParsingContext().pathAsPointer().toString(),
                    "The name of a member has more than " + Json.LONGEST_NAME + " characters."));
        }
    }

    private static JsonTree faulty(Fault fault) {
        return new JsonTree(Map.of(), fault);
    }

    /** The names of members of a JSON object are texts. */
    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> named(Map<?, ?> object) {
        return (Map<String, @Nullable Object>) object;
    }

    /** One walk. */
    private static final class Walk {

        private final JsonParser json;
        private final int longestText;
        private @Nullable Fault fault;

        private Walk(JsonParser json, int longestText) {
            this.json = json;
            this.longestText = longestText;
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
            return isTooLong(text.length(), longestText) ? null : text;
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
                    fail("is given twice; remove one.");
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
                fault = new Fault(pointer, "The member at " + pointer + " " + reason);
            }
        }
    }
}
