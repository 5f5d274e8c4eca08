package dev.streakline.cli.history;

import java.util.Optional;
import java.util.function.Consumer;

/** Streakline's own format: one CloudEvent as a JSON object on every line (NDJSON). Blank lines are ignored. */
final class EventLines implements HistoryFormat {
    private final JsonObjects json = new JsonObjects();

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
        try {
            return line.event(json.read(line.text()));
        } catch (JsonObjects.NotAnObject refused) {
            return refused.bad(line);
        }
    }
}
