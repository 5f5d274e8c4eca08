package dev.streakline.cli.history;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.streakline.cli.history.HistoryItem.Bad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Streakline's own format: one CloudEvent as a JSON object on every line (NDJSON). Blank lines are ignored.
 *
 * <p>Strict: a member given twice, anything after the object, or nesting deeper than 64 makes a line bad. Numbers with
 * a fraction or an exponent are {@code BigDecimal}, so that none is rounded.
 */
final class EventLines implements HistoryFormat {
    private static final int DEEPEST = 64;

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    @Override
    public String description() {
        return "Streakline events, one JSON object a line";
    }

    @Override
    public boolean recognises(String firstLine) {
        return firstLine.stripLeading().startsWith("{");
    }

    @Override
    public void read(LineSource lines, Consumer<HistoryItem> sink) {
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get() instanceof Line.Unreadable unreadable) {
                sink.accept(unreadable.bad());
            } else if (line.get() instanceof Line.Text text && !text.isBlank()) {
                sink.accept(item(text));
            }
        }
    }

    private HistoryItem item(Line.Text line) {
        try (JsonParser parser = json.createParser(line.text())) {
            return new HistoryItem.Event(line.number(), line.offset(), line.text(), event(parser));
        } catch (NotAnEvent refused) {
            return line.bad(Bad.NOT_JSON, refused.pointer, refused.reason);
        } catch (StreamConstraintsException tooMuch) {
            return line.bad(Bad.NOT_JSON, "", "nested deeper than 64 levels, or a number or name is too long");
        } catch (JsonEOFException early) {
            return line.bad(Bad.NOT_JSON, "", "the JSON ends before it is complete");
        } catch (JacksonException broken) {
            return line.bad(Bad.NOT_JSON, "", "not JSON" + column(broken));
        } catch (NumberFormatException | ArithmeticException hugeExponent) {
            return line.bad(Bad.NOT_JSON, "", "a number's exponent is too large");
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading JSON from memory", impossible);
        }
    }

    private static String column(JacksonException broken) {
        return broken.getLocation() == null
                ? ""
                : " at column " + broken.getLocation().getColumnNr();
    }

    private static Map<String, Object> event(JsonParser parser) throws IOException, NotAnEvent {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new NotAnEvent("", "the line is not a JSON object");
        }
        Map<String, Object> event = object(parser, "");
        if (parser.nextToken() != null) {
            throw new NotAnEvent("", "there is more on the line after the JSON object");
        }
        return event;
    }

    private static Map<String, Object> object(JsonParser parser, String pointer) throws IOException, NotAnEvent {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (members.containsKey(name)) {
                throw new NotAnEvent(
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
            throws IOException, NotAnEvent {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, below(pointer, name));
            case START_ARRAY -> array(parser, below(pointer, name));
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new NotAnEvent(pointer, "a value is missing");
        };
    }

    private static List<Object> array(JsonParser parser, String pointer) throws IOException, NotAnEvent {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, pointer, Integer.toString(elements.size())));
        }
        return elements;
    }

    /** Well-formed so far, but nothing that may stand on a line. */
    private static final class NotAnEvent extends Exception {
        private static final long serialVersionUID = 1;

        private final String pointer;
        private final String reason;

        NotAnEvent(String pointer, String reason) {
            super(reason, null, false, false);
            this.pointer = pointer;
            this.reason = reason;
        }
    }
}
