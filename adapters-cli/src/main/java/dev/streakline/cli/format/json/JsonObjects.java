package dev.streakline.cli.format.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.streakline.cli.format.item.Escaped;
import dev.streakline.cli.format.item.HistoryItem;
import dev.streakline.cli.format.line.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts that are one JSON object each.
 *
 * <p>Strict: a member given twice, anything after the object, or nesting deeper than 64 is refused. Numbers with a
 * fraction or an exponent are {@code BigDecimal}, so that none is rounded.
 */
public final class JsonObjects {
    private static final int DEEPEST = 64;

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    /**
     * The object, its members in their order.
     *
     * @throws NotAnObject when the text is anything else
     */
    public Map<String, Object> read(String text) throws NotAnObject {
        try (JsonParser parser = json.createParser(text)) {
            return only(parser);
        } catch (StreamConstraintsException tooMuch) {
            throw new NotAnObject("", "nested deeper than 64 levels, or a number or name is too long");
        } catch (JsonEOFException early) {
            throw new NotAnObject("", "the JSON ends before it is complete");
        } catch (JacksonException broken) {
            throw new NotAnObject("", "not JSON" + place(broken));
        } catch (NumberFormatException | ArithmeticException hugeExponent) {
            throw new NotAnObject("", "a number's exponent is too large");
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading JSON from memory", impossible);
        }
    }

    private static String place(JacksonException broken) {
        if (broken.getLocation() == null) {
            return "";
        }
        int line = broken.getLocation().getLineNr();
        return " at column " + broken.getLocation().getColumnNr() + (line > 1 ? " of its line " + line : "");
    }

    private static Map<String, Object> only(JsonParser parser) throws IOException, NotAnObject {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new NotAnObject("", "it is not a JSON object");
        }
        Map<String, Object> object = object(parser, "");
        if (parser.nextToken() != null) {
            throw new NotAnObject("", "there is more after the JSON object");
        }
        return object;
    }

    private static Map<String, Object> object(JsonParser parser, String pointer) throws IOException, NotAnObject {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (members.containsKey(name)) {
                throw new NotAnObject(
                        below(pointer, name), "the member \"" + Escaped.start(name, 60) + "\" is given twice");
            }
            members.put(name, value(parser, pointer, name));
        }
        return members;
    }

    /** The JSON Pointer (RFC 6901) of a member. */
    private static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static @Nullable Object value(JsonParser parser, String pointer, String name)
            throws IOException, NotAnObject {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, below(pointer, name));
            case START_ARRAY -> array(parser, below(pointer, name));
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new NotAnObject(pointer, "a value is missing");
        };
    }

    private static List<Object> array(JsonParser parser, String pointer) throws IOException, NotAnObject {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, pointer, Integer.toString(elements.size())));
        }
        return elements;
    }

    /** The text is no JSON object, or one that leaves it open what is meant. */
    public static final class NotAnObject extends Exception {
        private static final long serialVersionUID = 1;

        private final String pointer;
        private final String reason;

        NotAnObject(String pointer, String reason) {
            super(reason, null, false, false);
            this.pointer = pointer;
            this.reason = reason;
        }

        /** That line as a bad item. */
        public HistoryItem.Bad bad(Line.Text line) {
            return line.bad(HistoryItem.Bad.NOT_JSON, pointer, reason);
        }
    }
}
