package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client that sends far too much before it reads gets the answer that it was too much, and is not merely cut off. */
class TooLargeTest {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private static final String POST =
            "POST /api/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ingest:i\r\nContent-Type: application/json\r\n";

    private final TestService service = new TestService();

    @AfterEach
    void stop() {
        service.close();
    }

    private static byte[] zeros(int length) {
        byte[] zeros = new byte[length];
        Arrays.fill(zeros, (byte) '0');
        zeros[0] = '[';
        return zeros;
    }

    private static byte[] gzip(byte[] unpacked) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(unpacked);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return packed.toByteArray();
    }

    private String hearsThatItWasTooMuch(Wire wire) {
        Wire.Heard heard = wire.hear();
        assertThat(heard.status()).isEqualTo(413);
        assertThat(heard.header("content-type")).startsWith("application/problem+json");
        assertThat(heard.body()).contains("\"request.too_large\"");
        assertThat(service.store.histories().viewers()).isEmpty();
        return heard.header("x-request-id");
    }

    @Test
    void a_body_with_a_length() {
        String requestId;
        try (Wire wire = new Wire(service.port())) {
            wire.send(POST + "Content-Length: " + TEN_MEGABYTES + "\r\n\r\n").send(zeros(TEN_MEGABYTES));
            requestId = hearsThatItWasTooMuch(wire);
        }
        assertThat(service.onlyLine(requestId)).contains("\"status\":413");
    }

    @Test
    void a_body_in_chunks() {
        try (Wire wire = new Wire(service.port())) {
            wire.send(POST + "Transfer-Encoding: chunked\r\n\r\n");
            byte[] chunk = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < TEN_MEGABYTES; sent += chunk.length) {
                wire.send("10000\r\n").send(chunk).send("\r\n");
            }
            hearsThatItWasTooMuch(wire.send("0\r\n\r\n"));
        }
    }

    @Test
    void a_small_body_that_unpacks_to_ten_megabytes() {
        byte[] packed = gzip(" ".repeat(TEN_MEGABYTES).getBytes(StandardCharsets.US_ASCII));
        assertThat(packed.length).isLessThan(100_000);
        try (Wire wire = new Wire(service.port())) {
            wire.send(POST + "Content-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n")
                    .send(packed);
            hearsThatItWasTooMuch(wire);
        }
    }

    @Test
    void a_length_that_is_only_announced() {
        try (Wire wire = new Wire(service.port())) {
            hearsThatItWasTooMuch(wire.send(POST + "Content-Length: " + TEN_MEGABYTES + "\r\n\r\n")
                    .send(zeros(2_000_000)));
        }
    }

    @Test
    void a_proper_client_hears_it_too() {
        service.send(service.request("/api/events", "ingest:i")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(zeros(TEN_MEGABYTES)))
                        .build())
                .problem(413, "request.too_large");
        service.send(service.request("/api/events", "ingest:i")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                                " ".repeat(TEN_MEGABYTES).getBytes(StandardCharsets.US_ASCII))))
                        .build())
                .problem(413, "request.too_large");
    }

    @Test
    void other_refusals_are_heard_behind_a_large_body_too() {
        try (Wire wire = new Wire(service.port())) {
            wire.send("POST /api/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                            + TEN_MEGABYTES + "\r\n\r\n")
                    .send(zeros(TEN_MEGABYTES));
            assertThat(wire.hear().status()).isEqualTo(401);
        }
        try (Wire wire = new Wire(service.port())) {
            wire.send(POST.replace("application/json", "text/plain") + "Content-Length: " + TEN_MEGABYTES + "\r\n\r\n")
                    .send(zeros(TEN_MEGABYTES));
            assertThat(wire.hear().status()).isEqualTo(415);
        }
        try (Wire wire = new Wire(service.port())) {
            wire.send("POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: " + TEN_MEGABYTES + "\r\n\r\n")
                    .send(zeros(TEN_MEGABYTES));
            assertThat(wire.hear().status()).isEqualTo(404);
        }
    }

    @Test
    void lines_that_unpack_to_far_more_than_events_do() {
        byte[] packed = gzip((" ".repeat(200_000) + "\n").repeat(500).getBytes(StandardCharsets.US_ASCII));
        assertThat(packed.length).isLessThan(131_072);
        assertThat(lines(packed)).contains("unpacks to more than 200 times");
    }

    @Test
    void lines_that_are_blank() {
        byte[] packed = gzip("\n".repeat(10_001).getBytes(StandardCharsets.US_ASCII));
        assertThat(lines(packed)).contains("More than 10000 lines are blank");
        assertThat(lines(gzip("\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII))))
                .contains("\"read\":0");
    }

    private String lines(byte[] packed) {
        try (Wire wire = new Wire(service.port())) {
            return wire.send(POST.replace("application/json", "application/x-ndjson")
                            + "Content-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n")
                    .send(packed)
                    .hear()
                    .body();
        }
    }
}
