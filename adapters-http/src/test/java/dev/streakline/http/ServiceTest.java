package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ServiceTest {

    private static final TestService SERVICE = new TestService();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void a_viewer_sends_what_they_watch_and_reads_their_streak() {
        Answer sent = SERVICE.send("POST", "/api/events", "viewer:ada", """
                [{"specversion":"1.0","source":"app","id":"1","type":"streakline.watch.v1","subject":"ada",
                  "time":"2026-03-30T20:00:00Z","data":{"title":"film","seconds":3600,"platform":"tv"}},
                 {"specversion":"1.0","source":"app","id":"2","type":"streakline.watch.v1","subject":"eve",
                  "time":"2026-03-30T20:00:00Z","data":{"seconds":60}},
                 {"specversion":"1.0","source":"app","id":"3","type":"streakline.watch.v1","subject":"ada",
                  "time":"2026-03-31T08:00:00Z","data":{"title":"film","seconds":60}},
                 7]""");
        assertThat(sent.ok().get("accepted").asInt()).isEqualTo(2);
        assertThat(sent.json().at("/items/1/code").asText()).isEqualTo("event.not_allowed");
        assertThat(sent.json().at("/items/3/code").asText()).isEqualTo("event.not_json");
        Answer streak = SERVICE.get("/api/analytics/streak", "viewer:ada");
        assertThat(streak.ok().get("currentStreak").asInt()).isEqualTo(2);
        SERVICE.get("/api/analytics/streak?viewer=ada", "viewer:eve").problem(404, "viewer.not_found");
        assertThat(SERVICE.get("/api/analytics/milestones", "viewer:ada").ok().get("achieved"))
                .isEmpty();
        SERVICE.get("/api/analytics/viewing-time?period=week", "viewer:ada").ok();
        SERVICE.get("/api/analytics/calendar", "viewer:ada").ok();
    }
}
