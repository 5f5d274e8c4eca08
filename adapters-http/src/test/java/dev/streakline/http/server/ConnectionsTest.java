package dev.streakline.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.access.Role;
import dev.streakline.http.Wire;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.Route;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectionsTest {

    private static final int MOST = 8;
    private static final Duration SWEEP = Duration.ofMillis(50);
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final CheckedRequest KNOWN = new CheckedRequest(
            Route.get("/", Set.of(Role.VIEWER), (request, caller) -> {}),
            new Caller("ada", Set.of(Role.VIEWER), "jwt:ada"),
            null,
            null);

    private HandlerServer server;

    @BeforeEach
    void start() throws Exception {
        server = new HandlerServer(
                ConnectionsTest::answer, new Connections(MOST, SWEEP, new UnreadAnswers(Long.MAX_VALUE)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Reads the body to its end, and answers with its length. */
    private static void answer(Request request, Response response, Callback callback) throws Exception {
        if (request.getHeaders().contains("X-Known")) {
            KNOWN.attachTo(request);
        }
        try (InputStream body = Content.Source.asInputStream(request)) {
            Content.Sink.write(response, true, String.valueOf(body.readAllBytes().length), callback);
        }
    }

    private static String post(String headers) {
        return "POST / HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
    }

    private static void pause() throws InterruptedException {
        Thread.sleep(SWEEP.toMillis());
    }

    @Test
    void a_body_is_never_taken_for_slow_headers_whoever_asks_for_leave_to_send_it() throws InterruptedException {
        try (Wire length = new Wire(server.port());
                Wire chunks = new Wire(server.port())) {
            length.send(post("Expect: 100-continue\r\nContent-Length: 20\r\n"));
            chunks.send(post("Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n"));
            assertThat(length.hearHead().status()).isEqualTo(100);
            assertThat(chunks.hearHead().status()).isEqualTo(100);
            for (int i = 0; i < 20; i++) {
                length.send("x");
                chunks.send("1\r\nx\r\n");
                pause();
            }
            assertThat(length.hear().body()).isEqualTo("20");
            assertThat(chunks.send("0\r\n\r\n").hear().body()).isEqualTo("20");
        }
    }

    @Test
    void headers_that_take_too_long_are_cut_also_after_a_request() throws InterruptedException {
        try (Wire first = new Wire(server.port());
                Wire second = new Wire(server.port())) {
            assertThat(second.send(GET).hear().status()).isEqualTo(200);
            assertThat(second.send(post("Expect: 100-continue\r\nContent-Length: 1\r\n"))
                            .hearHead()
                            .status())
                    .isEqualTo(100);
            assertThat(second.send("x").hear().status()).isEqualTo(200);
            assertThat(isCutWhileSending(first)).isTrue();
            assertThat(isCutWhileSending(second)).isTrue();
        }
    }

    private static boolean isCutWhileSending(Wire wire) throws InterruptedException {
        try {
            wire.send("GET / HTTP/1.1\r\nX: ");
            for (int i = 0; i < 100; i++) {
                wire.send("a");
                pause();
            }
            return false;
        } catch (UncheckedIOException cut) {
            return true;
        }
    }

    @Test
    void connections_that_rest_are_not_cut() throws InterruptedException {
        try (Wire fresh = new Wire(server.port());
                Wire used = new Wire(server.port())) {
            assertThat(used.send(GET).hear().status()).isEqualTo(200);
            for (int i = 0; i < 10; i++) {
                pause();
            }
            assertThat(used.send(GET).hear().status()).isEqualTo(200);
            assertThat(fresh.send(GET).hear().status()).isEqualTo(200);
        }
    }

    @Test
    void of_too_many_the_oldest_is_closed_whose_caller_is_unknown() throws InterruptedException {
        Wire known = new Wire(server.port()).send(post("X-Known: yes\r\nContent-Length: 1\r\n"));
        Wire oldest = new Wire(server.port()).send(post("Content-Length: 1\r\n"));
        Wire[] others = new Wire[MOST - 1];
        // The first two must be at work before the others come.
        pause();
        for (int i = 0; i < others.length; i++) {
            others[i] = new Wire(server.port());
            assertThat(others[i].send(GET).hear().status()).isEqualTo(200);
        }
        assertThat(oldest.isClosed()).isTrue();
        assertThat(known.send("x").hear().body()).isEqualTo("1");
        for (Wire other : others) {
            assertThat(other.send(GET).hear().status()).isEqualTo(200);
            other.close();
        }
        known.close();
        oldest.close();
    }
}
