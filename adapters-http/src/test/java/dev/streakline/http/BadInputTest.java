package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {

    private static final TestService SERVICE = new TestService();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ADA = "Host: x\r\nAuthorization: Bearer viewer,ingest:ada\r\n";
    private static final String ARRAY = "Content-Type: application/json\r\n";
    private static final String STREAK = "/api/analytics/streak";
    private static final String MALFORMED = "request.malformed";
    private static final String INVALID = "request.invalid";
    private static final String METHOD = "request.method";
    private static final String NOT_FOUND = "request.not_found";

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    /** What is sent, byte by byte, and the problem that answers it; the pointer is empty where there is none. */
    private record Row(String name, String request, int status, String code, String pointer) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Row row(String name, String request, int status, String code) {
        return new Row(name, request, status, code, "");
    }

    private static Row asked(String pathAndQuery, int status, String code, String pointer) {
        return new Row(pathAndQuery, "GET " + pathAndQuery + " HTTP/1.1\r\n" + ADA + "\r\n", status, code, pointer);
    }

    private static Row method(String method, String path, int status, String code) {
        return row(method + " " + path, method + " " + path + " HTTP/1.1\r\n" + ADA + "\r\n", status, code);
    }

    private static Row line(String name, String line) {
        return row(name, line + "\r\nHost: x\r\n\r\n", 400, MALFORMED);
    }

    private static Row headers(String name, String headers, int status, String code) {
        return row(name, "GET /livez HTTP/1.1\r\n" + headers + "\r\n", status, code);
    }

    private static Row posted(String name, String headers, String body, int status, String code) {
        return row(name, "POST /api/events HTTP/1.1\r\n" + ADA + headers + "\r\n" + body, status, code);
    }

    private static Row array(String name, String body, int status, String code) {
        return posted(name, ARRAY + "Content-Length: " + body.length() + "\r\n", body, status, code);
    }

    static Stream<Row> rows() {
        return Stream.of(requestLines(), methods(), addresses(), parameters(), headerFields(), framings(), bodies())
                .flatMap(List::stream);
    }

    private static List<Row> requestLines() {
        return List.of(
                row("HTTP/0.9", "GET /livez\r\n\r\n", 400, MALFORMED),
                line("HTTP/1.2", "GET /livez HTTP/1.2"),
                line("HTTP/2.0", "GET /livez HTTP/2.0"),
                line("the preface of HTTP/2", "PRI * HTTP/2.0"),
                line("no version at all", "GET /livez FTP"),
                line("control characters", "\u0001\u0002 /livez HTTP/1.1"),
                line("a handshake of TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"),
                line("another host in the address", "GET http://y/livez HTTP/1.1"),
                row(
                        "long address",
                        "GET /livez?" + "a".repeat(20_000) + " HTTP/1.1\r\n\r\n",
                        414,
                        "request.uri_too_long"));
    }

    private static List<Row> methods() {
        return List.of(
                method("PUT", "/api/whoami", 405, METHOD),
                method("OPTIONS", "/api/whoami", 405, METHOD),
                method("TRACE", "/api/whoami", 405, METHOD),
                method("get", "/api/whoami", 405, METHOD),
                method("BREW", "/api/whoami", 405, METHOD),
                method("GET", "/api/events", 405, METHOD),
                method("GET", "/api/events/s/1", 405, METHOD),
                method("POST", STREAK, 405, METHOD),
                method("OPTIONS", "*", 404, NOT_FOUND),
                method("CONNECT", "x:80", 404, NOT_FOUND),
                method("POST", "/nothing", 404, NOT_FOUND));
    }

    private static List<Row> addresses() {
        return List.of(
                asked("/", 404, NOT_FOUND, ""),
                asked("/api/nothing", 404, NOT_FOUND, ""),
                asked("/api/whoami/", 404, NOT_FOUND, ""),
                asked("//api/whoami", 404, NOT_FOUND, ""),
                asked("/api/whoami;x=1", 404, NOT_FOUND, ""),
                asked("/api/x/../whoami", 404, NOT_FOUND, ""),
                asked("/api/x/%2e%2e/whoami", 404, NOT_FOUND, ""),
                asked("/api%2Fwhoami", 404, NOT_FOUND, ""),
                asked("/docs/..%2fopenapi.json", 404, NOT_FOUND, ""),
                asked("/docs/..%5c..%5copenapi.json", 404, NOT_FOUND, ""),
                asked("/webjars/", 404, NOT_FOUND, ""),
                asked("/webjars/swagger-ui/", 404, NOT_FOUND, ""),
                asked("/api/%00", 400, MALFORMED, ""),
                asked("/api/%zz", 400, MALFORMED, ""),
                asked("/api/%ff", 400, MALFORMED, ""),
                asked("/api/%u0041", 404, NOT_FOUND, ""));
    }

    private static List<Row> parameters() {
        String calendar = "/api/analytics/calendar";
        String times = "/api/analytics/viewing-time";
        return List.of(
                asked(STREAK + "?viewer=eve", 404, "viewer.not_found", ""),
                asked(STREAK + "?viewer=%ff", 404, "viewer.not_found", ""),
                asked(STREAK + "?viewer=", 404, "viewer.not_found", ""),
                asked(times, 400, INVALID, "?period"),
                asked(times + "?period=decade", 400, INVALID, "?period"),
                asked(times + "?period=%00", 400, INVALID, "?period"),
                asked(calendar + "?from=yesterday", 400, INVALID, "?from"),
                asked(calendar + "?from=1899-12-31", 400, INVALID, "?from"),
                asked(calendar + "?to=%2B10000-01-01", 400, INVALID, "?to"),
                asked(calendar + "?from=2026-03-02&to=2026-03-01", 400, INVALID, "?to"),
                withdrawal("/s/1", 400, INVALID, "?subject"),
                withdrawal("/s/1?subject=", 400, INVALID, "?subject"),
                withdrawal("/s/1?subject=ada&about=moon", 400, INVALID, "?about"),
                withdrawal("/s/1?subject=%00", 400, INVALID, ""),
                withdrawal("/" + "s".repeat(129) + "/1?subject=ada", 400, INVALID, ""),
                withdrawal("/s%0A/1?subject=ada", 400, INVALID, ""),
                withdrawal("/https%3A%2F%2Fx.org%2Fa/1%2F2?subject=ada", 404, "fact.not_found", ""),
                withdrawal("//1?subject=ada", 404, NOT_FOUND, ""),
                withdrawal("/s/1/2?subject=ada", 404, NOT_FOUND, ""));
    }

    private static Row withdrawal(String rest, int status, String code, String pointer) {
        String request = "DELETE /api/events" + rest + " HTTP/1.1\r\n" + ADA + "\r\n";
        return new Row("DELETE " + rest, request, status, code, pointer);
    }

    private static List<Row> headerFields() {
        return List.of(
                headers("no host", "", 400, MALFORMED),
                headers("two hosts", "Host: a\r\nHost: b\r\n", 400, MALFORMED),
                headers("a blank host", "Host: \r\n", 400, MALFORMED),
                headers("a space before the colon", "Host : x\r\n", 400, MALFORMED),
                headers("no colon", "Host: x\r\nnonsense\r\n", 400, MALFORMED),
                headers("U+0000", "Host: x\r\nX: a\u0000b\r\n", 400, MALFORMED),
                headers("a folded line", "Host: x\r\nX: a\r\n b\r\n", 400, MALFORMED),
                headers(
                        "a large one",
                        "Host: x\r\nX: " + "a".repeat(20_000) + "\r\n",
                        431,
                        "request.headers_too_large"),
                headers("many", "Host: x\r\n" + "X: a\r\n".repeat(5_000), 431, "request.headers_too_large"));
    }

    private static List<Row> framings() {
        String chunked = ARRAY + "Transfer-Encoding: chunked\r\n";
        return List.of(
                posted("two lengths", ARRAY + "Content-Length: 2\r\nContent-Length: 3\r\n", "[]x", 400, MALFORMED),
                posted("a length twice", ARRAY + "Content-Length: 2\r\nContent-Length: 2\r\n", "[]", 400, MALFORMED),
                posted("length and chunks", chunked + "Content-Length: 2\r\n", "2\r\n[]\r\n0\r\n\r\n", 400, MALFORMED),
                posted("a negative length", ARRAY + "Content-Length: -2\r\n", "[]", 400, MALFORMED),
                posted("a huge length", ARRAY + "Content-Length: 99999999999999999999\r\n", "[]", 400, MALFORMED),
                posted("no number as length", ARRAY + "Content-Length: two\r\n", "[]", 400, MALFORMED),
                posted("another transfer", ARRAY + "Transfer-Encoding: gzip\r\n", "[]", 400, MALFORMED),
                posted(
                        "an unknown expectation",
                        ARRAY + "Expect: wonders\r\nContent-Length: 2\r\n",
                        "[]",
                        400,
                        MALFORMED),
                posted("no size of a chunk", chunked, "zz\r\n[]\r\n0\r\n\r\n", 400, MALFORMED),
                posted("no size of a second chunk", chunked, "1\r\n[\r\nzz\r\n]\r\n0\r\n\r\n", 400, MALFORMED),
                posted("a huge chunk", chunked, "ffffffffffffffff\r\n[]\r\n0\r\n\r\n", 400, MALFORMED),
                posted("a chunk longer than it says", chunked, "1\r\n[]\r\n0\r\n\r\n", 400, MALFORMED));
    }

    private static List<Row> bodies() {
        String two = "Content-Length: 2\r\n";
        String media = "request.media_type";
        return List.of(
                posted("no media type", two, "[]", 415, media),
                posted("text", "Content-Type: text/plain\r\n" + two, "[]", 415, media),
                posted("one event", "Content-Type: application/cloudevents+json\r\n" + two, "{}", 415, media),
                posted("a form", "Content-Type: application/x-www-form-urlencoded\r\n" + two, "%f", 415, media),
                posted("parts", "Content-Type: multipart/form-data; boundary=b\r\n" + two, "--", 415, media),
                posted("brotli", ARRAY + "Content-Encoding: br\r\n" + two, "[]", 415, media),
                posted("twice packed", ARRAY + "Content-Encoding: gzip, gzip\r\n" + two, "[]", 415, media),
                posted("no gzip", ARRAY + "Content-Encoding: gzip\r\n" + two, "[]", 400, MALFORMED),
                posted("a cut gzip", ARRAY + "Content-Encoding: gzip\r\n" + two, "\u001f\u008b", 400, MALFORMED),
                array("nothing", "", 400, INVALID),
                array("blanks", " \r\n", 400, INVALID),
                array("an object", "{}", 400, INVALID),
                array("a text", "\"[]\"", 400, INVALID),
                array("no JSON", "nonsense", 400, MALFORMED),
                array("no end", "[", 400, MALFORMED),
                array("two arrays", "[][]", 400, MALFORMED),
                array("more after it", "[]x", 400, MALFORMED),
                array("no UTF-8", "[\"\u00ff\"]", 400, MALFORMED),
                array("surrogates as bytes", "[\"\u00ed\u00a0\u0080\"]", 400, MALFORMED),
                array("half a UTF-32", "\0\0\0[\0\u007f\0\0", 400, MALFORMED),
                array("1001 events", "[" + "1,".repeat(1_000) + "1]", 413, "request.too_large"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void is_refused_with_a_problem_detail_and_one_line_in_the_log(Row row) throws JsonProcessingException {
        Wire.Heard heard = Wire.exchange(SERVICE.port(), row.request());
        assertThat(heard.status()).as(heard.toString()).isEqualTo(row.status());
        assertThat(heard.header("content-type")).startsWith("application/problem+json");
        assertThat(heard.header("x-content-type-options")).isEqualTo("nosniff");
        JsonNode problem = JSON.readTree(heard.body());
        assertThat(problem.path("code").asText()).isEqualTo(row.code());
        assertThat(problem.path("status").asInt()).isEqualTo(row.status());
        assertThat(problem.path("type").asText()).isEqualTo("urn:streakline:problem:" + row.code());
        assertThat(problem.path("requestId").asText())
                .isEqualTo(heard.header("x-request-id"))
                .hasSize(36);
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(row.pointer());
        assertThat(heard.header("allow").isEmpty()).isEqualTo(row.status() != 405);
        assertThat(SERVICE.store.histories().viewers()).isEmpty();
        assertThat(SERVICE.onlyLine(heard.header("x-request-id")))
                .contains("\"event\":\"request\"")
                .contains("\"status\":" + row.status());
    }
}
