package dev.streakline.cli.format.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.streakline.application.format.HistoryItem;
import dev.streakline.cli.format.line.Line;
import dev.streakline.json.Json;
import dev.streakline.json.JsonTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Reads texts that are one JSON object each, as {@link JsonTree} reads it. */
public final class JsonObjects {

    /**
     * The object, its members in their order.
     *
     * @throws NotAnObjectException when the text is anything else
     */
    public Map<String, Object> read(String text) throws NotAnObjectException {
        try (JsonParser parser = Json.EVENTS.createParser(text)) {
            parser.nextToken();
            JsonTree tree = JsonTree.read(parser, Integer.MAX_VALUE);
            if (tree.fault() != null) {
                throw new NotAnObjectException(
                        tree.fault().pointer(), tree.fault().reason());
            }
            if (parser.nextToken() != null) {
                throw new NotAnObjectException("", "there is more text after the JSON object");
            }
            return members(tree.members());
        } catch (JsonEOFException early) {
            throw new NotAnObjectException("", "the JSON is incomplete");
        } catch (JacksonException broken) {
            throw new NotAnObjectException("", "not JSON" + place(broken));
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading JSON from memory", impossible);
        }
    }

    /** Readers of histories look members up, and treat null as absent. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }

    private static String place(JacksonException broken) {
        if (broken.getLocation() == null) {
            return "";
        }
        int line = broken.getLocation().getLineNr();
        return " at column " + broken.getLocation().getColumnNr() + (line > 1 ? " of its line " + line : "");
    }

    /** The text is not a JSON object, or an ambiguous one. */
    public static final class NotAnObjectException extends Exception {
        private static final long serialVersionUID = 1;

        private final String pointer;
        private final String reason;

        NotAnObjectException(String pointer, String reason) {
            super(reason, null, false, false);
            this.pointer = pointer;
            this.reason = reason;
        }

        /** The line as a rejected item. */
        public HistoryItem.RejectedLine bad(Line.Text line) {
            return line.bad(HistoryItem.RejectedLine.NOT_JSON, pointer, reason);
        }
    }
}
