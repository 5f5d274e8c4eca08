package dev.streakline.cli.format.play;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The events that readers make of foreign rows.
 *
 * @param source of all of them
 */
public record Events(String source) {

    /**
     * The time of what a history states about its titles: earlier than any other statement. The latest statement about
     * a title applies as a whole. A source that describes titles apart from histories knows more, such as lengths and
     * genres. Earlier versions wrote the first second of 1970, so that statements of this version replace theirs, such
     * as a show identified by its name.
     */
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");

    /** A watch at an instant. */
    public Map<String, Object> watchAt(String time, String id, String viewer, Map<String, Object> data) {
        Map<String, Object> event = event("watch", id, viewer);
        event.put("time", time);
        event.put("data", data);
        return event;
    }

    /** A watch with a date only, which is in the data. */
    public Map<String, Object> watch(String id, String viewer, Map<String, Object> data) {
        Map<String, Object> event = event("watch", id, viewer);
        event.put("data", data);
        return event;
    }

    /**
     * What a history states about a title. The id is made from the content. So a new name of a title in a later
     * download is a further fact and no conflict.
     */
    public Map<String, Object> title(String title, Map<String, Object> data) {
        return title(title, data, 0);
    }

    /**
     * What a history states about a title, where another file of the service may state something else.
     *
     * @param certainty from 0 on; the statement with the highest applies
     */
    public Map<String, Object> title(String title, Map<String, Object> data, int certainty) {
        Map<String, Object> event = event("title", "title:" + RowIds.digest(title + "\n" + data), title);
        event.put("time", EARLIEST.plusSeconds(certainty).toString());
        event.put("data", data);
        return event;
    }

    private Map<String, Object> event(String type, String id, String subject) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", source);
        event.put("type", "streakline." + type + ".v1");
        event.put("subject", subject);
        return event;
    }
}
