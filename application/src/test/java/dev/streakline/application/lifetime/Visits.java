package dev.streakline.application.lifetime;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.intake.Events;
import java.util.Map;

/** What viewers do on channels. */
final class Visits {

    private Visits() {}

    /** A session of a number of seconds on a channel. */
    static ParseResult.Parsed watch(String viewer, String id, String time, String channel, int seconds) {
        return Events.read(Events.event("watch", viewer, id, time, Map.of("channel", channel, "seconds", seconds)));
    }

    /** A message on a channel. */
    static ParseResult.Parsed interaction(String viewer, String id, String time, String channel, String kind) {
        return Events.read(Events.event("interaction", viewer, id, time, Map.of("channel", channel, "kind", kind)));
    }
}
