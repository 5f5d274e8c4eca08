package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.cli.store.Stores;
import dev.streakline.cli.wiring.WiredStores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command with {@code --json} prints the bytes that the route answers to the same question. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameAnswersTest {

    private StoreFixture store;
    private Stores.Service service;
    private String token;

    @BeforeAll
    void serve_a_store_with_two_viewers(@TempDir Path folder) {
        store = StoreFixture.in(folder);
        List<String> events = new ArrayList<>(List.of(StoreFixture.days("bob", 3)));
        events.addAll(List.of(
                watch("1", "2026-05-01T20:00:00Z", "\"channel\":\"chess\",\"title\":\"film\",\"seconds\":3725"),
                watch("2", "2026-05-02T23:30:00Z", "\"channel\":\"chess\",\"platform\":\"tv\""),
                watch("3", "2026-05-03T21:00:00Z", "\"channel\":\"café 𝄞\",\"completed\":true"),
                watch("4", "2025-12-31T21:00:00Z", "\"seconds\":61"),
                event(
                        "title",
                        "film",
                        "t",
                        "\"kind\":\"movie\",\"name\":\"Film\",\"genres\":[\"Drama\"]," + "\"runtimeSeconds\":3600"),
                event("viewer", "ada", "z", "\"zone\":\"Europe/Berlin\",\"name\":\"Ada \\\"A\\\" L.\""),
                event("interaction", "ada", "c", "\"channel\":\"chess\",\"kind\":\"cheer\",\"bits\":100")));
        store.taking(events.toArray(String[]::new));
        store.done("recalculate");
        store.done("key", "create", "--account", "app", "--role", "reader,ingest", "--name", "an app");
        token = store.done("token", "issue", "--account", "ops", "--role", "admin")
                .out()
                .strip();
        service = new WiredStores(CommandRun.CLOCK, store.environment())
                .serve(
                        null,
                        new Stores.ServiceSettings("127.0.0.1", 0, List.of(), 6_000, Stores.RequestLogging.NONE),
                        word -> {},
                        line -> {});
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static String watch(String id, String time, String data) {
        return "{\"specversion\":\"1.0\",\"source\":\"s\",\"id\":\"" + id
                + "\",\"type\":\"streakline.watch.v1\",\"subject\":\"ada\",\"time\":\"" + time + "\",\"data\":{" + data
                + "}}";
    }

    private static String event(String type, String subject, String id, String data) {
        return "{\"specversion\":\"1.0\",\"source\":\"s\",\"id\":\"" + id + "\",\"type\":\"streakline." + type
                + ".v1\",\"subject\":\"" + subject + "\",\"time\":\"2026-01-01T00:00:00Z\",\"data\":{" + data + "}}";
    }

    private String printed(String command) {
        return store.done((command + " --json").split(" ")).out().strip();
    }

    private String answered(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.address() + path))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @CsvSource({
        "ranking,                                        /api/ranking?limit=10",
        "ranking --limit 1 --metric messages,            /api/ranking?limit=1&metric=messages",
        "ranking --limit 1 --around ada,                 /api/ranking?limit=1&viewer=ada",
        "ranking --channel chess --around bob,           /api/channels/chess/ranking?limit=10&viewer=bob",
        "policy show,                                    /api/admin/policies",
        "intake show,                                    /api/admin/intake-rules",
        "key list,                                       /api/admin/keys"
    })
    void a_command_prints_what_the_route_answers(String command, String path) throws IOException, InterruptedException {
        assertThat(printed(command)).isEqualTo(answered(path));
    }

    @ParameterizedTest
    @CsvSource({
        "--channels,         /api/viewer/ada/channels",
        "--channel chess,    /api/viewer/ada/channels/chess/lifetime-stats",
        "--channel nothing,  /api/viewer/ada/channels/nothing/lifetime-stats"
    })
    void stats_of_channels_are_those_of_the_route(String option, String path) throws IOException, InterruptedException {
        assertThat(printed("stats --viewer ada " + option)).isEqualTo("{\"viewers\":[" + answered(path) + "]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "bob"})
    void stats_hold_the_answers_of_four_routes(String viewer) throws IOException, InterruptedException {
        String of = "viewer=" + viewer;
        String stats = printed("stats --viewer " + viewer);
        assertThat(stats)
                .contains("\"streak\":" + answered("/api/analytics/streak?" + of))
                .contains("\"milestones\":" + answered("/api/analytics/milestones?" + of))
                .contains("\"calendar\":" + answered("/api/analytics/calendar?" + of));
        for (String period : List.of("week", "month", "year", "all")) {
            assertThat(stats)
                    .contains("\"" + period + "\":"
                            + answered("/api/analytics/viewing-time?period=" + period + "&" + of));
        }
    }

    @Test
    void what_is_shown_can_be_sent_and_changes_nothing() throws IOException, InterruptedException {
        for (String path : List.of("/api/admin/policies", "/api/admin/intake-rules")) {
            String shown = answered(path);
            HttpRequest request = HttpRequest.newBuilder(URI.create(service.address() + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(shown))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .body())
                    .isEqualTo(shown);
        }
    }
}
