package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.http.server.HandlerServer;
import dev.streakline.http.server.UnreadAnswers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UnreadAnswersTest {

    private static final String LARGEST = "/webjars/swagger-ui/5.34.1/swagger-ui-bundle.js";
    private static final int MORE_THAN_THREADS = 300;

    @Test
    void a_client_that_does_not_read_delays_no_other() {
        List<Wire> silent = new ArrayList<>();
        try (TestService service = new TestService()) {
            String request = "GET " + LARGEST + " HTTP/1.1\r\nHost: x\r\n\r\n";
            for (int i = 0; i < MORE_THAN_THREADS; i++) {
                silent.add(new Wire(service.port()).send(request.repeat(8)));
            }
            for (String path : List.of("/livez", "/readyz", "/api/whoami")) {
                try (Wire wire = new Wire(service.port(), 10_000)) {
                    assertThat(wire.send("GET " + path
                                            + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer viewer:ada\r\n\r\n")
                                    .hear()
                                    .status())
                            .isEqualTo(200);
                }
            }
            // A client that reads in the end has every byte.
            Wire patient = silent.get(0);
            for (int i = 0; i < 8; i++) {
                assertThat(patient.hear().body().length()).isGreaterThan(1_000_000);
            }
        } finally {
            silent.forEach(Wire::close);
        }
    }

    @Test
    void an_answer_arrives_whole_however_it_is_written() throws Exception {
        for (int size : new int[] {0, 1, 16_384, 16_385, 100_000, 700_000}) {
            for (int part : new int[] {1_000, 20_000, 1_000_000}) {
                try (HandlerServer server = new HandlerServer(
                                (request, response, callback) -> write(response, size, part, callback),
                                new UnreadAnswers(Long.MAX_VALUE));
                        Wire wire = new Wire(server.port())) {
                    for (int i = 0; i < 2; i++) {
                        Wire.Heard heard =
                                wire.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").hear();
                        assertThat(heard.body()).as(size + " by " + part).hasSize(size);
                        assertThat(heard.body().replace("x", "")).isEmpty();
                    }
                }
            }
        }
    }

    private static void write(Response response, int left, int part, Callback callback) {
        ByteBuffer content =
                ByteBuffer.wrap("x".repeat(Math.min(left, part)).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        if (left <= part) {
            response.write(true, content, callback);
        } else {
            response.write(
                    false,
                    content,
                    Callback.from(() -> write(response, left - part, part, callback), callback::failed));
        }
    }

    @Test
    void beyond_the_limit_the_slowest_reader_is_cut() throws Exception {
        try (HandlerServer server = new HandlerServer(UnreadAnswersTest::large, new UnreadAnswers(1_000_000));
                Wire slow = new Wire(server.port())) {
            slow.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(100));
            // A reader that delays an answer for a second is slow.
            Thread.sleep(1_100);
            List<Wire> others = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                others.add(new Wire(server.port()).send("GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(100)));
            }
            try (Wire reader = new Wire(server.port())) {
                assertThat(reader.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                                .hear()
                                .body())
                        .hasSize(200_000);
            }
            int heard = 0;
            try {
                while (heard < 100) {
                    assertThat(slow.hear().body()).hasSize(200_000);
                    heard++;
                }
            } catch (java.io.UncheckedIOException | AssertionError cut) {
                // It was cut in the middle of an answer.
            }
            assertThat(heard).isLessThan(100);
            others.forEach(Wire::close);
        }
    }

    private static void large(Request request, Response response, Callback callback) {
        response.write(true, ByteBuffer.wrap(new byte[200_000]), callback);
    }
}
