package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorsTest {

    private static final String ORIGIN = "https://shop.example.org";

    private static Wire.Heard asked(TestService service, String method, String origin) {
        return Wire.exchange(
                service.port(),
                method + " /api/whoami HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer viewer:ada\r\nOrigin: " + origin
                        + "\r\nAccess-Control-Request-Method: GET\r\n"
                        + "Access-Control-Request-Headers: authorization\r\n\r\n");
    }

    @Test
    void no_page_of_another_origin_may_call_unless_it_is_named() {
        try (TestService service = new TestService()) {
            assertThat(asked(service, "GET", ORIGIN).headers()).doesNotContainKey("access-control-allow-origin");
            Wire.Heard preflight = asked(service, "OPTIONS", ORIGIN);
            assertThat(preflight.status()).isEqualTo(405);
            assertThat(preflight.headers()).doesNotContainKey("access-control-allow-origin");
        }
    }

    @Test
    void named_origins_may_and_no_others() {
        try (TestService service = new TestService(100, ORIGIN, "http://localhost:3000")) {
            for (String named : new String[] {ORIGIN, "http://localhost:3000"}) {
                Wire.Heard heard = asked(service, "GET", named);
                assertThat(heard.status()).isEqualTo(200);
                assertThat(heard.header("access-control-allow-origin")).isEqualTo(named);
                assertThat(heard.header("vary")).contains("Origin");
                Wire.Heard preflight = asked(service, "OPTIONS", named);
                assertThat(preflight.status()).isBetween(200, 204);
                assertThat(preflight.header("access-control-allow-origin")).isEqualTo(named);
                assertThat(preflight.header("access-control-allow-headers")).containsIgnoringCase("authorization");
                assertThat(preflight.header("access-control-allow-methods")).contains("GET");
            }
            for (String other : new String[] {
                "http://shop.example.org", ORIGIN + ":8443", ORIGIN + ".evil.net", "https://evil.net", "null"
            }) {
                assertThat(asked(service, "GET", other).headers())
                        .as(other)
                        .doesNotContainKey("access-control-allow-origin");
                assertThat(asked(service, "OPTIONS", other).headers())
                        .as(other)
                        .doesNotContainKey("access-control-allow-origin");
            }
        }
    }
}
