package dev.streakline.cli.format.event;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.cli.format.json.JsonObjects;
import dev.streakline.cli.format.line.Line;
import dev.streakline.cli.format.line.LineSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Streakline's own format: one CloudEvent as a JSON object on every line (NDJSON). Blank lines are ignored. */
public final class EventLines {
    /** The format's name and how to recognise it, for a person whose file has no known format. */
    public static final String DESCRIPTION = "Streakline events, one JSON object a line";

    private final JsonObjects json = new JsonObjects();
    private final EarlierEvents earlier = new EarlierEvents();

    /** Reads all lines and hands every item to the sink, in the order of the file. */
    public void read(LineSource lines, Consumer<HistoryItem> sink) {
        for (Optional<Line.Text> line = lines.nextText(sink); line.isPresent(); line = lines.nextText(sink)) {
            if (!line.get().isBlank()) {
                sink.accept(item(line.get()));
            }
        }
    }

    private HistoryItem item(Line.Text line) {
        try {
            return earlier.today(line, json.read(line.text()));
        } catch (JsonObjects.NotAnObjectException refused) {
            return refused.bad(line);
        }
    }
}
