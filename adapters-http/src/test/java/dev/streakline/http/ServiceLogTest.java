package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streakline.application.history.StoreUnavailableException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceLogTest {

    private final TestService service = new TestService();

    @AfterEach
    void stop() {
        service.close();
    }

    private Wire.Heard asked(String request) {
        return Wire.exchange(service.port(), request);
    }

    @Test
    void an_id_that_is_sent_is_kept_in_answer_and_log() {
        Wire.Heard heard = asked("GET /nothing HTTP/1.1\r\nHost: x\r\nX-Request-Id: Abc-1.2_3:4\r\n\r\n");
        assertThat(heard.header("x-request-id")).isEqualTo("Abc-1.2_3:4");
        assertThat(heard.body()).contains("\"requestId\":\"Abc-1.2_3:4\"");
        assertThat(service.onlyLine("Abc-1.2_3:4")).contains("\"status\":404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "<script>",
                "\"",
                "a,b",
                "\u00e9",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void an_id_that_is_not_sane_is_replaced(String sent) {
        Wire.Heard heard = asked("GET /livez HTTP/1.1\r\nHost: x\r\nX-Request-Id: " + sent + "\r\n\r\n");
        assertThat(heard.header("x-request-id")).hasSize(36).matches("[0-9a-f-]+");
        assertThat(service.onlyLine(heard.header("x-request-id"))).contains("\"status\":200");
    }

    @Test
    void no_secret_query_header_or_body_is_in_the_log() {
        String credential = "Authorization: Bearer ingest:topsecret-account\r\n";
        asked("GET /api/analytics/streak?viewer=topsecret-query HTTP/1.1\r\nHost: topsecret-host\r\n" + credential
                + "Cookie: topsecret-cookie\r\nUser-Agent: topsecret-agent\r\n\r\n");
        asked("GET /topsecret-path HTTP/1.1\r\nHost: x\r\n\r\n");
        asked("DELETE /api/events/topsecret-source/topsecret-id?subject=topsecret-subject HTTP/1.1\r\nHost: x\r\n"
                + credential + "\r\n");
        String body = "[{\"id\":\"topsecret-body\"},";
        asked("POST /api/events HTTP/1.1\r\nHost: x\r\n" + credential
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        String last = asked("GET /topsecret-%zz HTTP/1.1\r\nHost: x\r\n\r\n").header("x-request-id");
        service.onlyLine(last);
        assertThat(service.log)
                .hasSize(5)
                .noneMatch(line -> line.replace("test:topsecret-account", "").contains("topsecret"));
    }

    @Test
    void a_line_names_the_caller_the_route_and_the_outcome() throws JsonProcessingException {
        service.get("/api/whoami", "viewer:ada").ok();
        List<String> lines = List.copyOf(service.log);
        String id = service.get("/livez", "viewer:ada").header("X-Request-Id");
        JsonNode line = JsonMapper.builder().build().readTree(service.onlyLine(id));
        assertThat(lines).hasSizeLessThanOrEqualTo(1);
        assertThat(line.get("event").asText()).isEqualTo("request");
        assertThat(line.get("time").asText()).isEqualTo("2026-03-31T10:00:00Z");
        assertThat(line.get("method").asText()).isEqualTo("GET");
        assertThat(line.get("route").asText()).isEqualTo("/livez");
        assertThat(line.get("status").asInt()).isEqualTo(200);
        assertThat(line.get("bytes").asInt()).isEqualTo("{\"status\":\"live\"}".length());
        assertThat(line.get("millis").isNumber()).isTrue();
        assertThat(line.get("credential").asText()).isEqualTo("none");
    }

    @Test
    void a_method_that_is_invented_is_not_counted_for_itself() {
        asked("X" + "Y".repeat(500) + " /livez HTTP/1.1\r\nHost: x\r\nX-Request-Id: long\r\n\r\n");
        assertThat(service.onlyLine("long")).contains("\"method\":\"X" + "Y".repeat(19) + "\"");
        assertThat(service.get("/metrics", "admin:a").response().body())
                .contains("method=\"OTHER\"")
                .doesNotContain("YYY");
    }

    @Test
    void a_failure_of_ours_is_in_the_log_and_not_in_the_answer() {
        service.ready = () -> {
            throw new IllegalStateException("the password is hunter2");
        };
        Answer failed = service.get("/readyz", "viewer:ada");
        failed.problem(500, "server.error");
        assertThat(failed.response().body()).doesNotContain("hunter2").doesNotContain("Exception");
        assertThat(service.log).anyMatch(line -> line.contains("\"failure\"") && line.contains("hunter2"));
    }

    @Test
    void a_store_that_fails_is_503_with_the_time_to_try_again() {
        service.ready = () -> {
            throw new StoreUnavailableException("no connection", new IllegalStateException("refused"));
        };
        Answer failed = service.get("/readyz", "viewer:ada");
        failed.problem(503, "store.unavailable");
        assertThat(failed.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void the_free_room_of_the_store_is_measured() {
        assertThat(service.get("/metrics", "admin:a").response().body()).contains("streakline_store_free_bytes 42.0");
    }

    @Test
    void a_store_that_fails_often_is_logged_with_its_stack_once_a_second() {
        service.ready = () -> {
            throw new StoreUnavailableException("no connection", new IllegalStateException("refused"));
        };
        for (int i = 0; i < 3; i++) {
            service.get("/readyz", "viewer:ada").problem(503, "store.unavailable");
        }
        assertThat(service.log)
                .filteredOn(line -> line.contains("\"event\":\"failure\""))
                .hasSize(3)
                .allMatch(line -> line.contains("no connection"))
                .filteredOn(line -> line.contains("refused"))
                .hasSize(1);
    }

    @Test
    void an_error_of_the_machine_is_a_problem_detail_too() {
        service.ready = () -> {
            throw new StackOverflowError();
        };
        service.get("/readyz", "viewer:ada").problem(500, "server.error");
        service.ready = () -> "starting";
        service.get("/readyz", "viewer:ada").problem(503, "service.unavailable");
    }
}
