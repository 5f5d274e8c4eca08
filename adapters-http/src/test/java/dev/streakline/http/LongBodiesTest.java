package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.http.server.Capacity;
import dev.streakline.http.server.SmallBodies;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LongBodiesTest {

    private static final String BLANK_LINES = (" ".repeat(1023) + "\n").repeat(SmallBodies.LONGEST / 512);
    private static final String BEGINNING = "POST /api/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ingest:i\r\n"
            + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(BLANK_LINES.length()) + "\r\n" + BLANK_LINES + "\r\n";
    /** One credential alone gets half of the slots. */
    private static final int HALF =
            Capacity.ofHeap(Runtime.getRuntime().maxMemory()).longBodies() / 2;

    private static final String END = "0\r\n\r\n";

    @Test
    void one_body_too_many_may_come_again_when_another_has_ended() throws InterruptedException {
        List<Wire> open = new ArrayList<>();
        try (TestService service = new TestService()) {
            for (int i = 0; i <= HALF; i++) {
                open.add(new Wire(service.port()).send(BEGINNING));
            }
            while (open.stream().noneMatch(Wire::isAnswered)) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            List<Integer> statuses = open.stream().map(LongBodiesTest::ended).toList();
            assertThat(statuses).contains(200).containsOnlyOnce(503);
            assertThat(Wire.exchange(service.port(), BEGINNING + END).status()).isEqualTo(200);
        } finally {
            open.forEach(Wire::close);
        }
    }

    /** A client that is refused in the middle of its body may be cut before it has sent the end or read the answer. */
    private static int ended(Wire wire) {
        try {
            return wire.send(END).hear().status();
        } catch (UncheckedIOException cut) {
            return 503;
        }
    }

    @Test
    void a_client_without_a_credential_gets_no_slot_and_one_with_many_leaves_some() {
        List<Wire> open = new ArrayList<>();
        try (TestService service = new TestService()) {
            for (int i = 0; i < 3 * HALF; i++) {
                open.add(new Wire(service.port()).send(BEGINNING.replace("Authorization: Bearer ingest:i\r\n", "")));
                open.add(new Wire(service.port()).send(BEGINNING));
            }
            assertThat(Wire.exchange(service.port(), BEGINNING.replace("ingest:i", "ingest:other") + END)
                            .status())
                    .isEqualTo(200);
        } finally {
            open.forEach(Wire::close);
        }
    }

    @Test
    void a_client_at_its_limit_is_still_answered_other_requests() {
        List<Wire> open = new ArrayList<>();
        try (TestService service = new TestService()) {
            for (int i = 0; i < HALF; i++) {
                open.add(new Wire(service.port()).send(BEGINNING));
            }
            try (Wire other = new Wire(service.port(), 4_000)) {
                assertThat(other.send("GET /api/whoami HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ingest:i\r\n\r\n")
                                .hear()
                                .status())
                        .isEqualTo(200);
            }
        } finally {
            open.forEach(Wire::close);
        }
    }
}
