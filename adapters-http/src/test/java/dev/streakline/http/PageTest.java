package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The page at {@code /docs} and what it loads, which the OpenAPI document does not describe. */
class PageTest {

    private static final Pattern LOADED = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"");
    private static final TestService SERVICE = new TestService();

    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private HttpResponse<String> asked(String path, String tag) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(Contract.uri(SERVICE.port(), path))
                .header("If-None-Match", tag)
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private List<String> loaded() throws IOException, InterruptedException {
        return LOADED.matcher(asked("/docs", "\"none\"").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void everything_that_the_page_loads_is_there() throws Exception {
        assertThat(loaded()).hasSize(3);
        for (String path : loaded()) {
            HttpResponse<String> answer = asked(path, "\"none\"");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body().length()).isGreaterThan(100);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith(path.endsWith(".css") ? "text/css" : "text/javascript");
        }
    }

    @Test
    void what_has_its_version_in_the_path_is_kept_for_a_year() throws Exception {
        List<String> versioned =
                loaded().stream().filter(path -> path.startsWith("/webjars/")).toList();
        assertThat(versioned).hasSize(2);
        for (String path : versioned) {
            HttpResponse<String> answer = asked(path, "\"none\"");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31622400");
            String tag = answer.headers().firstValue("ETag").orElse("");
            assertThat(asked(path, tag).statusCode()).isEqualTo(304);
        }
    }
}
