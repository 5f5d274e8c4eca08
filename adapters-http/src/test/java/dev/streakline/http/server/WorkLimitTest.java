package dev.streakline.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.http.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkLimitTest {

    /** Of one credential, half of all. */
    private static final int MOST = 3;

    private final Semaphore leave = new Semaphore(0);
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private HandlerServer server(Duration longestWait) throws Exception {
        return new HandlerServer(this::answer, new WorkLimit(new FairShares(2 * MOST), longestWait));
    }

    /** Works until it gets leave to end. */
    private void answer(Request request, Response response, Callback callback) throws Exception {
        if (request.getHttpURI().getPath().equals("/livez")) {
            Content.Sink.write(response, true, "live", callback);
            return;
        }
        most.accumulateAndGet(working.incrementAndGet(), Math::max);
        leave.acquire();
        working.decrementAndGet();
        if (request.getHttpURI().getPath().equals("/fails")) {
            throw new IllegalStateException("on purpose");
        }
        Content.Sink.write(response, true, "done", callback);
    }

    private static Wire asking(HandlerServer server, String path) {
        return new Wire(server.port()).send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    private void waitUntilWorking() throws InterruptedException {
        while (working.get() < MOST) {
            Thread.sleep(5);
        }
    }

    @Test
    void no_more_are_worked_on_and_all_are_answered() throws Exception {
        try (HandlerServer server = server(WorkLimit.LONGEST_WAIT)) {
            List<Wire> wires = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                wires.add(asking(server, i % 4 == 1 ? "/fails" : "/"));
            }
            waitUntilWorking();
            leave.release(10);
            for (int i = 0; i < 10; i++) {
                assertThat(wires.get(i).hear().status()).isEqualTo(i % 4 == 1 ? 500 : 200);
                wires.get(i).close();
            }
            assertThat(most).hasValue(MOST);
        }
    }

    @Test
    void that_it_lives_is_answered_whatever_waits() throws Exception {
        try (HandlerServer server = server(WorkLimit.LONGEST_WAIT)) {
            for (int i = 0; i < 10; i++) {
                asking(server, "/");
            }
            waitUntilWorking();
            try (Wire probe = asking(server, "/livez")) {
                assertThat(probe.hear().body()).isEqualTo("live");
            }
            leave.release(10);
        }
    }

    @Test
    void a_request_that_has_waited_too_long_is_refused_though_no_slot_is_free() throws Exception {
        try (HandlerServer server = server(Duration.ofMillis(50))) {
            for (int i = 0; i < MOST; i++) {
                asking(server, "/");
            }
            waitUntilWorking();
            try (Wire late = asking(server, "/")) {
                assertThat(late.hear().status()).isEqualTo(503);
            }
            leave.release(MOST);
        }
    }

    @Test
    void a_request_that_has_waited_too_long_is_refused() throws Exception {
        try (HandlerServer server = server(Duration.ofMillis(1))) {
            List<Wire> wires = new ArrayList<>();
            for (int i = 0; i < MOST; i++) {
                wires.add(asking(server, "/"));
            }
            waitUntilWorking();
            try (Wire late = asking(server, "/")) {
                Thread.sleep(50);
                leave.release(MOST + 1);
                assertThat(late.hear().status()).isEqualTo(503);
            }
            for (Wire wire : wires) {
                assertThat(wire.hear().status()).isEqualTo(200);
            }
        }
    }
}
