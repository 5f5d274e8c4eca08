package dev.streakline.cli.format;

import java.util.Map;
import java.util.function.Consumer;

/** Streakline's own events as one JSON list, as the service takes them in a batch. */
final class EventList implements JsonListFormat {
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
