package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.access.Role;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.wiring.WiredStores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands over the PostgreSQL that this program brings, when it ends and when its disk is full. */
class EmbeddedStoreTest {

    /** More than any disk has, in MB. */
    private static final String ALL_ROOM = "999999999";

    @TempDir
    private static Path parent;

    private static Path data;

    private static DataFolder store;

    @BeforeAll
    static void make_a_store() throws IOException {
        data = parent.resolve("store");
        store = DataFolder.at(data);
        assertThat(importing(Map.of(), StoreFixture.days("ada", 3)).exitCode()).isZero();
    }

    @AfterAll
    static void leave_the_programs() throws IOException {
        store.close();
    }

    private static CommandRun importing(Map<String, String> environment, String... events) throws IOException {
        Path file = Files.writeString(parent.resolve("events.ndjson"), String.join("\n", events));
        return CommandRun.in(environment, "import", file.toString(), "--data", data.toString(), "--quiet");
    }

    @Test
    void an_import_ends_with_73_where_there_is_no_room_and_says_how_far_it_came() throws IOException {
        CommandRun full = importing(Map.of("STREAKLINE_FREE_ROOM", ALL_ROOM), StoreFixture.days("bob", 2));
        assertThat(full.exitCode()).isEqualTo(73);
        assertThat(full.err())
                .startsWith("streakline: The disk of the database is full (")
                .contains(" MB are free, and 1,000,000,0")
                .contains("Make room there")
                .contains("0 are stored");

        assertThat(importing(Map.of("STREAKLINE_FREE_ROOM", "0"), StoreFixture.days("bob", 2))
                        .exitCode())
                .isZero();
    }

    @Test
    void reading_goes_on_where_there_is_no_room() {
        Map<String, String> full = Map.of("STREAKLINE_FREE_ROOM", ALL_ROOM, "STREAKLINE_DATA", data.toString());
        assertThat(CommandRun.in(full, "stats", "--viewer", "ada").exitCode()).isZero();
        CommandRun doctor = CommandRun.in(full, "doctor");
        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.out())
                .containsPattern("failed +database .*the disk is full, and no facts are accepted: [0-9,]+ MB are free");
    }

    @Test
    void an_amount_that_is_no_number_is_refused() {
        CommandRun wrong =
                CommandRun.in(Map.of("STREAKLINE_FREE_ROOM", "much", "STREAKLINE_DATA", data.toString()), "stats");
        assertThat(wrong.exitCode()).isEqualTo(3);
        assertThat(wrong.err()).contains("STREAKLINE_FREE_ROOM must be a whole number of MB");
    }

    @Test
    void doctor_gives_its_findings_where_the_store_cannot_be_opened() throws IOException {
        Path broken = parent.resolve("broken");
        Path database = Files.createDirectories(broken.resolve("database"));
        Files.createFile(database.resolve("cat.jpg"));
        CommandRun doctor = CommandRun.in(Map.of(), "doctor", "--data", broken.toString());
        assertThat(doctor.exitCode()).isEqualTo(69);
        assertThat(doctor.out())
                .containsPattern("(ok|warning) +database .* MB free")
                .containsPattern("failed +store +cannot be opened: .*cat.jpg")
                .contains("zones");
    }

    @Test
    void a_service_whose_server_was_killed_answers_again_by_itself() throws Exception {
        List<String> words = new CopyOnWriteArrayList<>();
        Stores stores = new WiredStores(InstantSource.system(), Map.of());
        try (Stores.Service service = stores.serve(data, Stores.ServiceSettings.local(0), words::add, line -> {})) {
            assertThat(ready(service).statusCode()).isEqualTo(200);
            long postmaster = postmaster();
            ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
            long begun = System.nanoTime();
            while (postmaster() == postmaster || ready(service).statusCode() != 200) {
                assertThat(System.nanoTime() - begun).as("%s", words).isLessThan(10_000_000_000L);
                Thread.sleep(50);
            }
        }
        assertThat(words)
                .anyMatch(line -> line.startsWith("the database server has stopped and is being started again"))
                .anyMatch(line -> line.startsWith("the database server is back"));
        assertThat(Files.exists(data.resolve("database/data-18/postmaster.pid")))
                .isFalse();
    }

    @Test
    void a_service_without_room_reports_it_and_continues_to_read() throws Exception {
        Stores stores = new WiredStores(InstantSource.system(), Map.of("STREAKLINE_FREE_ROOM", ALL_ROOM));
        try (Stores.Service service = stores.serve(data, Stores.ServiceSettings.local(0), word -> {}, line -> {})) {
            HttpResponse<String> ready = ready(service);
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body())
                    .contains("The disk of the database is full")
                    .contains("are needed");
            String token = stores.tokens(data, word -> {})
                    .issue("app", Set.of(Role.INGEST, Role.READER), Duration.ofHours(1))
                    .token();
            HttpResponse<String> refused = send(HttpRequest.newBuilder(URI.create(service.address() + "/api/events"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("[" + StoreFixture.days("eve", 1)[0] + "]")));
            assertThat(refused.statusCode()).isEqualTo(507);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(refused.body())
                    .contains("\"store.full\"")
                    .contains("are free")
                    .contains("are needed");
            assertThat(send(HttpRequest.newBuilder(URI.create(service.address() + "/api/analytics/streak?viewer=ada"))
                                    .header("Authorization", "Bearer " + token))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> ready(Stores.Service service) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(service.address() + "/readyz")));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Of the server that runs; 0 when none has written its number. */
    private static long postmaster() throws IOException {
        Path file = data.resolve("database/data-18/postmaster.pid");
        return Files.exists(file)
                ? Long.parseLong(Files.readAllLines(file).stream().findFirst().orElse("0"))
                : 0;
    }
}
