package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing of a body is read, or requested, that the headers refuse. */
@Timeout(60)
class RefusedBeforeTheBodyTest {

    private static final TestService SERVICE = new TestService(3);
    private static final String INGEST = "Authorization: Bearer ingest:i\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private record Row(int status, String start) {}

    private static Stream<Row> rows() {
        String events = "POST /api/events HTTP/1.1\r\nHost: x\r\n";
        return Stream.of(
                new Row(401, events + JSON),
                new Row(401, events + JSON + "Authorization: Bearer x.y.z\r\n"),
                new Row(403, events + JSON + "Authorization: Bearer reader:r\r\n"),
                new Row(413, events + JSON + INGEST),
                new Row(415, events + INGEST),
                new Row(404, "POST /nothing HTTP/1.1\r\nHost: x\r\n" + JSON),
                new Row(405, "PUT /api/events HTTP/1.1\r\nHost: x\r\n" + JSON),
                new Row(405, "POST /livez HTTP/1.1\r\nHost: x\r\n" + JSON));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void with_a_length(Row row) {
        answered(row.status(), row.start() + "Content-Length: 100000000\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_client_that_waits_for_leave_to_send_gets_the_answer_instead(Row row) {
        answered(row.status(), row.start() + "Content-Length: 100000000\r\nExpect: 100-continue\r\n\r\n");
        if (row.status() != 413) {
            answered(row.status(), row.start() + "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n");
        }
    }

    private static void answered(int status, String request) {
        // A client beyond its rate limit gets that answer instead, and nothing of the body is read all the same.
        try (Wire wire = new Wire(SERVICE.port(), 10_000)) {
            assertThat(wire.send(request).hear().status()).isIn(status, 429);
        }
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 100000000", "Transfer-Encoding: chunked"})
    void a_client_beyond_the_rate_limit(String framing) {
        String request = "POST /api/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                + "Authorization: Bearer ingest:often\r\nExpect: 100-continue\r\n" + framing + "\r\n\r\n";
        for (int i = 0; i < 3; i++) {
            try (Wire wire = new Wire(SERVICE.port(), 10_000)) {
                assertThat(wire.send(request).hearHead().status()).isIn(100, 429);
            }
        }
        try (Wire wire = new Wire(SERVICE.port(), 10_000)) {
            Wire.Heard heard = wire.send(request).hear();
            assertThat(heard.status()).isEqualTo(429);
            assertThat(heard.header("retry-after")).isNotEmpty();
            assertThat(heard.header("ratelimit")).contains("r=0");
        }
    }
}
