package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    private static final String STREAK = "/api/analytics/streak";

    private final TestService service = new TestService();

    @BeforeEach
    void ada_has_watched() {
        watch("1");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void watch(String id) {
        service.send(
                        "POST",
                        "/api/events",
                        "viewer:ada",
                        "[{\"specversion\":\"1.0\",\"source\":\"app\",\"id\":\"" + id
                                + "\",\"type\":\"streakline.watch.v1\",\"subject\":\"ada\","
                                + "\"time\":\"2026-03-" + (29 + Integer.parseInt(id))
                                + "T08:00:00Z\",\"data\":{\"seconds\":60}}]")
                .ok();
    }

    private Answer asked(String path, String ifNoneMatch) {
        HttpRequest request = service.request(path, "viewer:ada")
                .header("If-None-Match", ifNoneMatch)
                .build();
        return service.send(request);
    }

    private String tag(String path) {
        return service.get(path, "viewer:ada").header("ETag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                STREAK,
                "/api/analytics/milestones",
                "/api/analytics/viewing-time?period=week",
                "/api/analytics/calendar"
            })
    void a_client_with_the_current_statistic_gets_304_without_it(String path) {
        String tag = tag(path);
        assertThat(tag).matches("W/\"[A-Za-z0-9_-]{16}\"");
        Answer again = asked(path, tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void a_tag_lasts_as_long_as_the_statistic_is_unchanged() {
        String tag = tag(STREAK);
        service.now = TestService.NOW.plusSeconds(60);
        assertThat(asked(STREAK, tag).status()).isEqualTo(304);
        watch("2");
        Answer changed = asked(STREAK, tag);
        assertThat(changed.ok().get("currentStreak").asInt()).isEqualTo(2);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void if_none_match_is_read_as_RFC_9110_has_it() {
        String tag = tag(STREAK);
        assertThat(asked(STREAK, "*").status()).isEqualTo(304);
        assertThat(asked(STREAK, "\"other\", " + tag).status()).isEqualTo(304);
        assertThat(asked(STREAK, tag.substring(2)).status())
                .as("compared weakly")
                .isEqualTo(304);
        assertThat(asked(STREAK, "\"other\"").status()).isEqualTo(200);
        assertThat(asked(STREAK, tag.replace("\"", "")).status())
                .as("not a tag")
                .isEqualTo(200);
        assertThat(asked(STREAK, "nonsense").status()).isEqualTo(200);
    }

    @Test
    void HEAD_answers_like_GET_and_requires_credentials_as_well() {
        String request = " " + STREAK + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer viewer:ada\r\n\r\n";
        Wire.Heard whole = Wire.exchange(service.port(), "GET" + request);
        try (Wire wire = new Wire(service.port())) {
            Wire.Heard head = wire.send("HEAD" + request).hearHead();
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("etag")).isEqualTo(whole.header("etag"));
            assertThat(head.header("content-length"))
                    .isEqualTo(String.valueOf(whole.body().length()));
            assertThat(wire.send("HEAD " + STREAK + " HTTP/1.1\r\nHost: x\r\n\r\n")
                            .hearHead()
                            .status())
                    .isEqualTo(401);
            assertThat(wire.send("HEAD /nothing HTTP/1.1\r\nHost: x\r\n\r\n")
                            .hearHead()
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_path_lists_all_its_methods() {
        Wire.Heard heard = Wire.exchange(service.port(), "OPTIONS " + STREAK + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(heard.status()).isEqualTo(405);
        assertThat(heard.header("allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void a_source_may_be_an_address() {
        String event = "[{\"specversion\":\"1.0\",\"source\":\"https://ex.org/a b?c+d%25\",\"id\":\"é/1\","
                + "\"type\":\"streakline.watch.v1\",\"subject\":\"eve\",\"time\":\"2026-03-30T08:00:00Z\",\"data\":{}}]";
        service.send("POST", "/api/events", "ingest:i", event).ok();
        String path = "/api/events/https%3A%2F%2Fex.org%2Fa%20b%3Fc+d%2525/%C3%A9%2F1?subject=eve";
        HttpRequest withdraw = service.request(path, "ingest:i").DELETE().build();
        assertThat(service.send(withdraw).status()).isEqualTo(204);
        assertThat(service.send("POST", "/api/events", "ingest:i", event)
                        .ok()
                        .at("/withdrawn")
                        .asInt())
                .isEqualTo(1);
    }

    private static String play(String id, String withdrawn) {
        return "{\"specversion\":\"1.0\",\"source\":\"back-up\",\"id\":\"" + id + "\",\"type\":\"streakline.watch.v1\","
                + "\"subject\":\"eve\",\"time\":\"2026-03-30T08:00:00Z\"" + withdrawn + ",\"data\":{}}";
    }

    @ParameterizedTest
    @CsvSource({"application/json", "application/x-ndjson"})
    void the_withdrawal_that_an_event_states_is_recorded(String type) {
        List<String> plays = List.of(
                play("1", ""),
                play("1", ",\"withdrawn\":true"),
                play("2", ",\"withdrawn\":true"),
                play("3", ",\"withdrawn\":false"),
                play("4", ",\"withdrawn\":\"yes\""));
        String body = type.endsWith("ndjson") ? String.join("\n", plays) : plays.toString();
        HttpRequest request = service.request("/api/events", "ingest:i")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        JsonNode answer = service.send(request).ok();
        assertThat(answer.at("/accepted").asInt()).isEqualTo(2);
        assertThat(answer.at("/withdrawn").asInt()).isEqualTo(2);
        assertThat(answer.at("/rejected").asInt()).isEqualTo(1);
        assertThat(answer.findValues("pointer")).extracting(JsonNode::asText).containsExactly("/withdrawn");
        assertThat(service.send("POST", "/api/events", "ingest:i", "[" + play("2", "") + "]")
                        .ok()
                        .at("/items/0/outcome")
                        .asText())
                .isEqualTo("withdrawn");
    }

    @Test
    void a_viewer_withdraws_by_an_event_what_they_may_send_and_nothing_else() {
        String own = play("own", ",\"withdrawn\":true");
        String pause = own.replace("watch", "pause").replace("{}", "{\"from\":\"2026-05-01\",\"to\":\"2026-05-02\"}");
        List<String> outcomes = service
                .send("POST", "/api/events", "viewer:eve", List.of(own, pause).toString())
                .ok()
                .findValues("outcome")
                .stream()
                .map(JsonNode::asText)
                .toList();
        assertThat(outcomes).containsExactly("withdrawn", "rejected");
        assertThat(service.send("POST", "/api/events", "viewer:ada", "[" + own + "]")
                        .ok()
                        .at("/items/0/code")
                        .asText())
                .isEqualTo("event.not_allowed");
    }
}
