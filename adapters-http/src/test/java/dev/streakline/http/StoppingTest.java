package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoppingTest {

    private static final String READY = "GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n";

    @Test
    void a_request_under_way_ends_well_and_a_new_one_is_refused() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        TestService service = new TestService();
        try (Wire underWay = new Wire(service.port());
                Wire kept = new Wire(service.port())) {
            assertThat(kept.send("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n")
                            .hear()
                            .status())
                    .isEqualTo(200);
            service.ready = () -> {
                begun.countDown();
                try {
                    assertThat(end.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException stopped) {
                    return "interrupted";
                }
                return null;
            };
            underWay.send(READY);
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(service.service::close);
            assertRefused(kept, service.port());
            assertThat(stopped).isNotDone();
            end.countDown();
            assertThat(underWay.hear().status()).isEqualTo(200);
            stopped.join();
        }
    }

    /** On a connection that is open it gets a problem detail or is closed; another one is not taken. */
    private static void assertRefused(Wire kept, int port) throws InterruptedException {
        while (isTaken(port)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        try {
            Wire.Heard heard =
                    kept.send("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n").hear();
            assertThat(heard.status()).isEqualTo(503);
            assertThat(heard.body()).contains("service.unavailable");
            assertThat(heard.header("retry-after")).isEqualTo("2");
        } catch (UncheckedIOException closed) {
            assertThat(closed).hasCauseInstanceOf(IOException.class);
        }
    }

    /** A connection that comes while the listening ends may be left without an answer. */
    private static boolean isTaken(int port) {
        try (Wire wire = new Wire(port, 2_000)) {
            return wire.send("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n").hear().status() == 200;
        } catch (UncheckedIOException refused) {
            return false;
        }
    }
}
