package dev.streakline.cli.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON text (RFC 8259) to a tree of maps, lists, strings, booleans and numbers, strictly.
 *
 * <p>Refused: anything after the object, a member that occurs twice, more than {@value #DEEPEST} levels, numbers of
 * more than {@value #LONGEST_NUMBER} characters, half a surrogate pair, comments, {@code NaN}. Whole numbers become
 * {@code Integer}, {@code Long} or {@code BigInteger}, others {@code BigDecimal}, so that {@code 1e400} is itself.
 */
final class JsonTree {
    /** Objects and lists inside each other, the outermost counted. */
    static final int DEEPEST = 64;

    private static final int LONGEST_NUMBER = 200;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build();

    /** Why a text was refused: where as a JSON Pointer (RFC 6901, empty for the whole), and the reason for people. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String pointer;
        private final String reason;

        Malformed(String pointer, String reason) {
            super(reason, null, false, false);
            this.pointer = pointer;
            this.reason = reason;
        }

        String pointer() {
            return pointer;
        }

        String reason() {
            return reason;
        }
    }

    private final JsonParser parser;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /** The one object in the text, members in their order; a JSON null is a null value. */
    static Map<String, Object> object(String text) throws Malformed {
        try (JsonParser parser = JSON.createParser(text)) {
            try {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    throw new Malformed("", "the line is not a JSON object");
                }
                Map<String, Object> tree = new JsonTree(parser).members("", 1);
                if (parser.nextToken() != null) {
                    throw new Malformed("", "something follows the JSON object at character " + column(parser));
                }
                return tree;
            } catch (JsonEOFException cut) {
                throw new Malformed("", "the line ends in the middle of its JSON");
            } catch (StreamConstraintsException excess) {
                throw new Malformed("", "a number or name is too long at character " + column(parser));
            } catch (JsonProcessingException broken) {
                throw new Malformed("", "the line is not valid JSON at character " + column(parser));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Map<String, Object> members(String pointer, int depth) throws IOException, Malformed {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = whole(parser.currentName(), pointer);
            String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            if (members.containsKey(name)) {
                throw new Malformed(place, "a member occurs twice");
            }
            parser.nextToken();
            putValue(members, name, value(place, depth));
        }
        return members;
    }

    @SuppressWarnings("NullAway") // a tree of JSON holds null where the JSON says null
    private static void putValue(Map<String, Object> members, String name, @Nullable Object value) {
        members.put(name, value);
    }

    private List<@Nullable Object> elements(String pointer, int depth) throws IOException, Malformed {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(pointer + "/" + elements.size(), depth));
        }
        return elements;
    }

    private @Nullable Object value(String pointer, int depth) throws IOException, Malformed {
        JsonToken token = parser.currentToken();
        if (token.isStructStart() && depth == DEEPEST) {
            throw new Malformed("", "its JSON is nested deeper than " + DEEPEST + " levels");
        }
        return switch (token) {
            case START_OBJECT -> members(pointer, depth + 1);
            case START_ARRAY -> elements(pointer, depth + 1);
            case VALUE_STRING -> whole(parser.getText(), pointer);
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new Malformed(pointer, "the line is not valid JSON at character " + column(parser));
        };
    }

    /** The string, unless an escape such as {@code \\ud800} left half a pair in it: no UTF-8 can say that again. */
    private static String whole(String text, String pointer) throws Malformed {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                if (!Character.isSurrogatePair(text.charAt(at), at + 1 < text.length() ? text.charAt(at + 1) : 0)) {
                    throw new Malformed(pointer, "a string holds half a surrogate pair");
                }
                at++;
            }
        }
        return text;
    }

    private static int column(JsonParser parser) {
        return parser.currentLocation().getColumnNr();
    }
}
