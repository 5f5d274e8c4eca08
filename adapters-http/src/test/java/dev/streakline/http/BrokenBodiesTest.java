package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenBodiesTest {

    private static final String POST =
            "POST /api/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ingest:i\r\nX-Request-Id: it\r\n";
    private static final String LENGTH = "Content-Length: 1000000\r\n\r\n";

    private final TestService service = new TestService();

    @AfterEach
    void stop() {
        service.close();
    }

    /** Each about a viewer of its own. */
    private static String events(int count, String separator) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"specversion\":\"1.0\",\"source\":\"s\",\"id\":\"1\","
                        + "\"type\":\"streakline.watch.v1\",\"subject\":\"v" + number
                        + "\",\"time\":\"2026-03-30T20:00:00Z\",\"data\":{}}")
                .collect(Collectors.joining(separator));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 999, 1000})
    void an_array_whose_connection_dies_is_not_stored_at_all(int events) {
        try (Wire wire = new Wire(service.port())) {
            wire.send(POST + "Content-Type: application/json\r\n" + LENGTH + "[" + events(events, ",") + ",");
        }
        assertThat(service.onlyLine("it")).contains("\"status\":400");
        assertThat(service.store.histories().viewers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 999, 1001, 1999, 2500})
    void of_lines_whose_connection_dies_whole_thousands_are_stored(int events) {
        try (Wire wire = new Wire(service.port())) {
            wire.send(POST + "Content-Type: application/x-ndjson\r\n" + LENGTH + events(events, "\n") + "\n");
        }
        assertThat(service.onlyLine("it")).contains("\"status\":400");
        assertThat(service.store.histories().viewers()).hasSize(events / 1000 * 1000);
    }

    @Test
    void a_client_that_ends_a_body_early_and_still_reads_gets_an_answer() {
        try (Wire wire = new Wire(service.port())) {
            wire.send(POST + "Content-Type: application/json\r\nContent-Length: 3\r\n\r\n[]")
                    .end();
            Wire.Heard heard = wire.hear();
            assertThat(heard.status()).isEqualTo(400);
            assertThat(heard.body()).contains("request.malformed");
        }
    }

    @Test
    void the_end_of_a_gzip_counts_as_well() {
        try (Wire wire = new Wire(service.port())) {
            wire.send(
                    POST + "Content-Type: application/x-ndjson\r\nContent-Encoding: gzip\r\nContent-Length: 10\r\n\r\n"
                            + "\u001f\u008b\b\0\0\0\0\0\0\u00ff");
            assertThat(wire.hear().status()).isEqualTo(400);
        }
    }

    @Test
    void a_client_that_waits_for_leave_to_send_gets_it() {
        try (Wire wire = new Wire(service.port())) {
            wire.send(POST + "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
            assertThat(wire.hearHead().status()).isEqualTo(100);
            assertThat(wire.send("[]").hear().status()).isEqualTo(200);
        }
    }

    @Test
    void a_kept_connection_takes_the_next_request_after_a_refusal() {
        try (Wire wire = new Wire(service.port())) {
            wire.send(POST + "Content-Type: application/json\r\nContent-Length: 1\r\n\r\n{");
            assertThat(wire.hear().status()).isEqualTo(400);
            wire.send("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(wire.hear().status()).isEqualTo(200);
        }
    }
}
