package dev.streakline.cli.format.json;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryItem.RejectedLine;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.cli.format.line.Line;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A history that is one list of JSON objects, or several lists one after the other, as {@code cat} makes of pages. */
public final class JsonList {
    private static final int LONGEST_BEGINNING = 1 << 16;
    private static final int MOST_HELD = 100;

    private final List<JsonListFormat> formats;
    private final JsonObjects json = new JsonObjects();

    public JsonList(List<JsonListFormat> formats) {
        this.formats = formats;
    }

    /**
     * Whether the bytes begin with a list, after white space and a byte order mark; they stay unread.
     *
     * @param bytes a stream that can be reset
     */
    public static boolean begins(InputStream bytes) throws IOException {
        bytes.mark(LONGEST_BEGINNING);
        try {
            for (int read = 1; read < LONGEST_BEGINNING; read++) {
                int next = bytes.read();
                if (!JsonEntries.isBetweenEntries(next)) {
                    return next == '[';
                }
            }
            return false;
        } catch (IOException brokenOff) {
            // The next reader meets the same failure, and reports it with what came before.
            return false;
        } finally {
            bytes.reset();
        }
    }

    /**
     * Reads all entries and hands every item to the sink, in their order.
     *
     * @return an entry that proves that the list has none of the formats: its first object, or its first entry when
     *     none is an object; empty when all was read
     * @throws HistoryUnreadableException when the owner of the history was not named
     */
    public Optional<Line.Text> read(JsonEntries entries, Consumer<HistoryItem> sink) throws HistoryUnreadableException {
        Optional<JsonListFormat> format = Optional.empty();
        Optional<Line.Text> noObject = Optional.empty();
        List<RejectedLine> held = new ArrayList<>();
        for (Optional<Line> entry = entries.next(); entry.isPresent(); entry = entries.next()) {
            Optional<Line.Text> text = entry.get().textOrReject(held::add);
            if (text.isPresent()) {
                try {
                    Map<String, Object> members = json.read(text.get().text());
                    format = format.isPresent() ? format : of(members);
                    if (format.isEmpty()) {
                        return text;
                    }
                    flush(held, sink);
                    format.get().read(text.get(), members, sink);
                } catch (JsonObjects.NotAnObjectException refused) {
                    noObject = noObject.isPresent() ? noObject : text;
                    held.add(refused.bad(text.get()));
                }
            }
            if (format.isPresent()) {
                flush(held, sink);
            } else if (held.size() > MOST_HELD) {
                return noObject;
            }
        }
        if (format.isEmpty() && noObject.isPresent()) {
            return noObject;
        }
        flush(held, sink);
        if (format.isPresent()) {
            format.get().finish(sink);
        }
        return Optional.empty();
    }

    private static void flush(List<RejectedLine> held, Consumer<HistoryItem> sink) {
        held.forEach(sink);
        held.clear();
    }

    private Optional<JsonListFormat> of(Map<String, Object> first) {
        return formats.stream().filter(format -> format.recognises(first)).findFirst();
    }
}
