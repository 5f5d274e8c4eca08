package dev.streakline.cli.format.event;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.cli.format.json.JsonListFormat;
import dev.streakline.cli.format.line.Line;
import java.util.Map;
import java.util.function.Consumer;

/** Streakline's own events as one JSON list, as the service accepts them in a batch. */
public final class EventList implements JsonListFormat {
    private final EarlierEvents earlier = new EarlierEvents();

    @Override
    public String description() {
        return "Streakline events as a JSON list";
    }

    @Override
    public boolean recognises(Map<String, Object> first) {
        return first.containsKey("specversion");
    }

    @Override
    public void read(Line.Text entry, Map<String, Object> members, Consumer<HistoryItem> sink) {
        sink.accept(earlier.today(entry, members));
    }
}
