package dev.streakline.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** What {@link Floods} sends. */
final class FloodRequests {

    private FloodRequests() {}

    static String post(String headers) {
        return "POST /api/events HTTP/1.1\r\nHost: x\r\n" + headers + "Content-Type: application/x-ndjson\r\n";
    }

    static String announced(String headers) {
        return post(headers) + "Content-Length: 131072\r\n\r\n" + " ".repeat(100_000);
    }

    static String chunked(String headers) {
        return post(headers) + "Transfer-Encoding: chunked\r\n\r\n";
    }

    static String chunk(int bytes) {
        return Integer.toHexString(bytes) + "\r\n" + " ".repeat(bytes) + "\r\n";
    }

    static String gets(String path, String headers, int times) {
        return ("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n").repeat(times);
    }

    static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    static String event(String id, String type, String time, String data) {
        return "{\"specversion\":\"1.0\",\"source\":\"flood\",\"id\":\"" + id + "\",\"type\":\"streakline." + type
                + ".v1\",\"subject\":\"flooder\",\"time\":\"" + time + "\",\"data\":{" + data + "}}";
    }

    static String facts() {
        return IntStream.range(0, 100_000)
                .mapToObj(i -> event(
                        "f" + i,
                        "watch",
                        "2026-01-01T00:00:00." + (100_000 + i) + "Z",
                        "\"channel\":\"c" + i + "\",\"title\":\"t" + i + "\",\"seconds\":60"))
                .collect(Collectors.joining("\n"));
    }

    static String zones() {
        return IntStream.range(0, 4_000)
                .mapToObj(i -> event(
                        "z" + i,
                        "viewer",
                        "2026-01-02T12:00:00." + (100_000 + i) + "Z",
                        "\"zone\":\"Pacific/" + (i % 2 == 0 ? "Kiritimati" : "Midway") + "\""))
                .collect(Collectors.joining("\n"));
    }
}
