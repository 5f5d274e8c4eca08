package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.wiring.WiredStores;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as it is put together, over PostgreSQL. */
class ServeTest {

    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path folder;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<String> words = new CopyOnWriteArrayList<>();

    @Test
    void the_first_requests_of_the_readme_work() throws IOException, InterruptedException {
        StoreFixture store = StoreFixture.in(folder);
        String readme = Files.readString(ROOT.resolve("README.md"));
        String section = readme.substring(readme.indexOf("## Serve it"), readme.indexOf("## Test it"))
                .replace("\\\n", "");
        Matcher issue = Pattern.compile("TOKEN=\\$\\(\\./streakline ([^)]*)\\)").matcher(section);
        assertThat(issue.find()).isTrue();
        String token = store.done(issue.group(1).split(" ", -1)).out().strip();
        List<JsonNode> answers = new ArrayList<>();
        try (Stores.Service service = serve(store)) {
            for (Matcher curl = Pattern.compile("\\$ curl (.*)").matcher(section); curl.find(); ) {
                answers.add(answer(curl.group(1), service.address(), token));
            }
        }
        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).get("accepted").asInt()).isEqualTo(211);
        assertThat(answers.get(1).get("longestStreak").asInt()).isEqualTo(32);
        // A line is written after its answer, but all before the service has ended.
        assertThat(log).hasSize(2).allSatisfy(line -> assertThat(line).doesNotContain(token));
    }

    @Test
    void what_one_instance_has_confirmed_another_answers_at_once() throws IOException, InterruptedException {
        StoreFixture store = StoreFixture.in(folder);
        store.done("intake", "set", "--viewer-facts", "on");
        String token = store.done("token", "issue", "--account", "eve", "--role", "viewer")
                .out()
                .strip();
        try (Stores.Service one = serve(store);
                Stores.Service other = serve(store)) {
            for (int day = 1; day <= 5; day++) {
                HttpRequest sent = HttpRequest.newBuilder(URI.create(one.address() + "/api/events"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("""
                                [{"specversion":"1.0","source":"s","id":"%d","type":"streakline.watch.v1","subject":"eve",
                                  "time":"2024-05-0%dT20:00:00Z","data":{"seconds":600}}]""".replace("%d", String.valueOf(day))))
                        .build();
                assertThat(send(sent).get("accepted").asInt()).isEqualTo(1);
                HttpRequest asked = HttpRequest.newBuilder(URI.create(other.address() + "/api/analytics/streak"))
                        .header("Authorization", "Bearer " + token)
                        .build();
                assertThat(send(asked).get("longestStreak").asInt()).isEqualTo(day);
            }
        }
        assertThat(words).noneMatch(word -> word.contains("fail"));
    }

    @Test
    void an_address_that_is_taken_is_reported() throws IOException {
        StoreFixture store = StoreFixture.in(folder);
        try (ServerSocket taken = new ServerSocket(0)) {
            CommandRun run = store.run("serve", "--host", "0.0.0.0", "--port", String.valueOf(taken.getLocalPort()));
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("cannot listen on 0.0.0.0").contains("--port 0");
        }
    }

    @Test
    void ports_and_limits_that_cannot_be_are_a_wrong_command_line() {
        StoreFixture store = StoreFixture.in(folder);
        assertThat(store.run("serve", "--port", "65536").exitCode()).isEqualTo(2);
        assertThat(store.run("serve", "--requests-per-minute", "0").exitCode()).isEqualTo(2);
    }

    private Stores.Service serve(StoreFixture store) {
        return new WiredStores(CommandRun.CLOCK, store.environment())
                .serve(
                        null,
                        new Stores.ServiceSettings("127.0.0.1", 0, List.of(), 6_000, Stores.RequestLogging.ALL),
                        words::add,
                        log::add);
    }

    /** Does what curl would. */
    private JsonNode answer(String curl, String address, String token) throws IOException, InterruptedException {
        String line = curl.replace("http://127.0.0.1:8080", address).replace("$TOKEN", token);
        Matcher url = Pattern.compile("http://[^ ']+").matcher(line);
        assertThat(url.find()).isTrue();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.group()));
        for (Matcher header = Pattern.compile("-H ['\"]([^:]*): ([^'\"]*)['\"]").matcher(line); header.find(); ) {
            request.header(header.group(1), header.group(2));
        }
        Matcher body = Pattern.compile("--data-binary @(\\S+)").matcher(line);
        if (body.find()) {
            request.POST(BodyPublishers.ofFile(ROOT.resolve(body.group(1))));
        }
        return send(request.build());
    }

    private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }
}
