package dev.streakline.cli.history;

import java.util.Map;
import java.util.function.Consumer;

/**
 * Streakline's own format: one CloudEvent in structured JSON per line (section 2). Blank lines are no items.
 *
 * <p>A line must be exactly one JSON object under the rules of {@link JsonTree}; what the object means is judged by
 * whoever takes the event.
 */
final class EventLines implements HistoryFormat {
    @Override
    public String name() {
        return "Streakline events (one JSON object a line)";
    }

    @Override
    public boolean begins(RawLine first) {
        for (byte each : first.bytes()) {
            if (each != ' ' && each != '\t') {
                return each == '{';
            }
        }
        return false;
    }

    @Override
    public void read(LineSource lines, Previews previews, Consumer<HistoryItem> items) {
        for (RawLine line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                items.accept(item(line));
            }
        }
    }

    private static HistoryItem item(RawLine line) {
        return line.text().map(text -> parsed(line, text)).orElseGet(() -> HistoryItem.Bad.unreadable(line));
    }

    private static HistoryItem parsed(RawLine line, String text) {
        try {
            Map<String, Object> event = JsonTree.object(text);
            return new HistoryItem.Event(line, event);
        } catch (JsonTree.Malformed malformed) {
            return new HistoryItem.Bad(line, "json.malformed", malformed.pointer(), malformed.reason());
        }
    }
}
