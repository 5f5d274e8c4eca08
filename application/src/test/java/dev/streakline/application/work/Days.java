package dev.streakline.application.work;

import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.intake.EventReader;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.intake.RecordFacts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What tests of workers have in common: a clock that is set, and facts. */
public final class Days implements InstantSource {

    private volatile Instant now;

    public Days(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void turnTo(Instant instant) {
        now = instant;
    }

    public void turnTo(String instant) {
        now = Instant.parse(instant);
    }

    /** Takes facts in, all of which must be accepted. */
    public void send(FactLog log, List<Map<String, Object>> events) {
        if (!new RecordFacts(new EventReader(this), log)
                .record(events).stream().allMatch(IngestResult.accepted()::equals)) {
            throw new IllegalArgumentException("not all were accepted of " + events);
        }
    }

    /** Ten minutes of a film at each instant. */
    public static List<Map<String, Object>> watched(String viewer, String... instants) {
        return Stream.of(instants)
                .map(instant -> event("watch", viewer, instant, Map.of("title", "film", "seconds", 600)))
                .toList();
    }

    /** An event whose instant is its id. */
    public static Map<String, Object> event(String type, String subject, String instant, Map<String, Object> data) {
        return Map.of(
                "specversion",
                "1.0",
                "id",
                type + instant,
                "source",
                "test",
                "type",
                "streakline." + type + ".v1",
                "subject",
                subject,
                "time",
                instant,
                "data",
                data);
    }
}
