package dev.streakline.application.intake;

import dev.streakline.application.fact.ParseResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events for the contracts, read as by any adapter. The clock shows 2024-06-15T12:00:00Z. */
public final class Events {

    /** What now is. */
    public static final Instant NOW = Instant.parse("2024-06-15T12:00:00Z");

    private static final EventReader READER = new EventReader(InstantSource.fixed(NOW));

    private Events() {}

    /** An event as a tree. */
    public static Map<String, Object> event(
            String type, String subject, String id, @Nullable String time, Map<String, Object> data) {
        Map<String, Object> event = new HashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", "test");
        event.put("type", "streakline." + type + ".v1");
        event.put("subject", subject);
        if (time != null) {
            event.put("time", time);
        }
        event.put("data", data);
        return event;
    }

    /** An accepted fact. */
    public static ParseResult.Parsed read(Map<String, Object> event) {
        ParseResult result = READER.read(event);
        if (result instanceof ParseResult.Parsed parsed) {
            return parsed;
        }
        throw new IllegalArgumentException(result.toString());
    }

    /** A session of ten minutes of a title. */
    public static ParseResult.Parsed watch(String viewer, String id, String time, String title) {
        return read(event("watch", viewer, id, time, Map.of("title", title, "seconds", 600)));
    }

    /** A session of a number of seconds on a channel. */
    public static ParseResult.Parsed watchOn(String channel, String viewer, String id, String time, int seconds) {
        return read(event("watch", viewer, id, time, Map.of("channel", channel, "seconds", seconds)));
    }

    /** A chat message on a channel. */
    public static ParseResult.Parsed chat(String channel, String viewer, String id, String time) {
        return read(event("interaction", viewer, id, time, Map.of("channel", channel, "kind", "chat")));
    }

    /** That a viewer wants to be ranked, or not. */
    public static ParseResult.Parsed listed(boolean listed, String viewer, String id, String time) {
        return read(event("ranking-choice", viewer, id, time, Map.of("listed", listed)));
    }

    /** A movie of ten minutes. */
    public static ParseResult.Parsed movie(String title, String id) {
        return read(event(
                "title",
                title,
                id,
                "2024-01-01T00:00:00Z",
                Map.of("kind", "movie", "name", title, "genres", List.of("drama"), "runtimeSeconds", 600)));
    }
}
