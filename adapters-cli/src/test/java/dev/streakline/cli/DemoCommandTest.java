package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streakline.cli.wiring.WiredStores;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    private static final Instant NOW = Instant.parse("2026-05-10T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    /** The command, until it is interrupted. */
    private final class Running implements AutoCloseable {

        private final StringWriter out = new StringWriter();
        private final StringWriter err = new StringWriter();
        private final Thread thread;

        private Running(Instant now, String... options) throws InterruptedException, TimeoutException {
            List<String> args = new ArrayList<>(List.of("demo", "--port", "0"));
            args.addAll(List.of(options));
            WiredStores programs = new WiredStores(InstantSource.fixed(now), environment());
            thread = new Thread(() -> StreaklineCommand.run(
                    args.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err), environment(), programs));
            thread.start();
            Instant end = Instant.now().plus(PATIENCE);
            while (!err.toString().contains("listening on")) {
                if (!thread.isAlive() || Instant.now().isAfter(end)) {
                    throw new TimeoutException("it does not listen: " + err);
                }
                Thread.sleep(50);
            }
        }

        private JsonNode json() {
            return StoreFixture.json(new CommandRun(0, out.toString(), ""));
        }

        private HttpRequest.Builder request(String token, String path) {
            return HttpRequest.newBuilder(
                            URI.create(json().at("/service/address").asText() + path))
                    .header(
                            "Authorization",
                            "Bearer " + json().at("/service/" + token).asText());
        }

        private JsonNode answer(String token, String path) throws Exception {
            return answer(request(token, path).build());
        }

        private JsonNode answer(HttpRequest request) throws Exception {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return StoreFixture.json(new CommandRun(0, response.body(), ""));
        }

        @Override
        public void close() {
            thread.interrupt();
            try {
                thread.join(PATIENCE.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private Map<String, String> environment() {
        return Map.of("STREAKLINE_DATA", folder.resolve("streakline").toString());
    }

    @Test
    void it_is_taken_in_once_shown_and_served_from_a_folder_of_its_own() throws Exception {
        try (DataFolder demo = DataFolder.at(folder.resolve("streakline-demo"))) {
            itIsTakenInOnceShownAndServed();
            assertThat(demo.path().resolve("database/data-18")).isDirectory();
        }
        assertThat(folder.resolve("streakline")).doesNotExist();
    }

    private void itIsTakenInOnceShownAndServed() throws Exception {
        try (Running first = new Running(NOW, "--json")) {
            assertThat(first.err.toString())
                    .contains(folder.resolve("streakline-demo").toString());
            JsonNode answer = first.json();
            assertThat(answer.at("/events/accepted").asInt()).isGreaterThan(100_000);
            assertThat(answer.at("/events/read")).isEqualTo(answer.at("/events/accepted"));
            assertThat(answer.at("/folded/viewers").asInt()).isEqualTo(240);
            assertThat(answer.at("/top/longestStreaksNow")).hasSize(10);
            assertThat(answer.at("/top/longestStreaksNow/0/viewer").asText()).isEqualTo("ada-kaya");
            assertThat(answer.at("/top/mostWatchedChannel/population").asInt()).isGreaterThan(200);
            assertThat(answer.at("/top/mostWatchedChannel/items")).hasSize(5);
            assertThat(first.answer("viewerToken", "/api/analytics/streak")
                            .get("currentStreak")
                            .asInt())
                    .isEqualTo(answer.at("/top/longestStreaksNow/0/value").asInt())
                    .isGreaterThan(729);
            first.answer("readerToken", "/api/analytics/viewing-time?period=month&viewer=hugo-kaya");
            first.answer("readerToken", "/api/analytics/calendar?viewer=hugo-kaya");
            HttpRequest sent = first.request("viewerToken", "/api/events")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "[" + StoreFixture.watch("ada-kaya", "own", "2026-05-10T08:00:00Z") + "]"))
                    .build();
            assertThat(first.answer(sent).get("accepted").asInt())
                    .as("events of the demo's viewer")
                    .isEqualTo(1);
        }
        try (Running nextDay = new Running(NOW.plus(Duration.ofDays(1)))) {
            assertThat(nextDay.out.toString())
                    .contains(
                            "streaks now, days",
                            "ada-kaya",
                            "most watched channel: ",
                            "curl -H",
                            "/api/analytics/milestones");
            assertThat(nextDay.err.toString())
                    .containsPattern("read [0-9]{3,4}: [0-9]{2,3} accepted, [0-9]+ duplicate, 0");
        }
    }

    @Test
    void an_outside_database_is_left_alone() {
        CommandRun run = CommandRun.in(Map.of("STREAKLINE_DATABASE_URL", "postgresql://u:geheim@h/d"), "demo");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("STREAKLINE_DATABASE_URL")
                .contains("env -u")
                .doesNotContain("geheim");
    }

    @Test
    void a_port_that_is_taken_is_reported_before_anything_is_made() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun run = CommandRun.in(environment(), "demo", "--port", String.valueOf(taken.getLocalPort()));
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("cannot listen on 127.0.0.1").contains("--port 0");
            assertThat(folder.resolve("streakline-demo")).doesNotExist();
        }
    }

    @Test
    void a_port_that_is_none_is_a_wrong_command_line() {
        for (String port : new String[] {"65536", "-1", "http"}) {
            CommandRun run = CommandRun.of("demo", "--port", port);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("from 0 to 65535");
        }
    }
}
