package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.http.server.RequestLogLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLogLevelTest {

    /** Requests an existing and a missing resource, and checks which of both has a line. */
    private static List<String> lines(RequestLogLevel logged) {
        try (TestService parts = new TestService()) {
            ask(parts, logged);
            return parts.log.stream()
                    .map(line -> line.contains("idlivez") ? "fine" : "refused")
                    .toList();
        }
    }

    /** When the service is closed, all lines are written. */
    private static void ask(TestService parts, RequestLogLevel logged) {
        HttpSettings settings = new HttpSettings(HttpSettings.LOOPBACK, 0, List.of(), 100, logged);
        try (HttpService service = HttpService.start(settings, parts.parts)) {
            for (String name : List.of("livez", "nothing")) {
                String request = "GET /" + name + " HTTP/1.1\r\nHost: x\r\nX-Request-Id: id" + name + "\r\n\r\n";
                assertThat(Wire.exchange(service.port(), request).status()).isIn(200, 404);
            }
        }
    }

    @Test
    void all_errors_or_none_have_a_line() {
        assertThat(lines(RequestLogLevel.ALL)).containsExactlyInAnyOrder("fine", "refused");
        assertThat(lines(RequestLogLevel.ERRORS)).containsExactly("refused");
        assertThat(lines(RequestLogLevel.NONE)).isEmpty();
    }
}
