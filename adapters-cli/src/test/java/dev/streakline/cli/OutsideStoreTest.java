package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.access.Role;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.wiring.WiredStores;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An external server that gives few connections, accepts no writes, or has another schema. */
class OutsideStoreTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private final List<String> words = new CopyOnWriteArrayList<>();

    private Stores programs(StoreFixture store) {
        return new WiredStores(InstantSource.system(), store.environment());
    }

    private Stores.Service serve(StoreFixture store) {
        return programs(store).serve(null, Stores.ServiceSettings.local(0), words::add, line -> {});
    }

    private String token(StoreFixture store) {
        return programs(store)
                .tokens(null, word -> {})
                .issue("app", Set.of(Role.INGEST, Role.READER), Duration.ofHours(1))
                .token();
    }

    private static HttpRequest.Builder request(Stores.Service service, String path, String token) {
        return HttpRequest.newBuilder(URI.create(service.address() + path)).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest taking(Stores.Service service, String token, String... events) {
        return request(service, "/api/events", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("[" + String.join(",", events) + "]"))
                .build();
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> ready(Stores.Service service) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(service.address() + "/readyz"))
                .build());
    }

    @Nested
    class WithFewConnections {

        @Test
        void serve_works_with_four_and_reports_once_what_it_lacks() throws Exception {
            StoreFixture store = StoreFixture.ofARoleLimitedTo(4, folder);
            String token = token(store);
            try (Stores.Service service = serve(store)) {
                assertThat(ready(service).statusCode()).isEqualTo(200);
                HttpResponse<String> taken = send(taking(service, token, StoreFixture.days("ada", 3)));
                assertThat(taken.body()).contains("\"accepted\":3");
                List<CompletableFuture<HttpResponse<String>>> asked = Stream.of(
                                "/api/analytics/streak?viewer=ada",
                                "/api/analytics/milestones?viewer=ada",
                                "/api/viewer/ada/channels",
                                "/api/ranking",
                                "/api/analytics/calendar?viewer=ada&year=2026",
                                "/readyz")
                        .map(path -> HTTP.sendAsync(
                                request(service, path, token).build(), HttpResponse.BodyHandlers.ofString()))
                        .toList();
                assertThat(asked)
                        .allSatisfy(answer -> assertThat(answer.join().statusCode())
                                .as(answer.join().body())
                                .isEqualTo(200));
                long begun = System.nanoTime();
                while (store.number("select count(*) from streakline.viewer_statistics where statistics is not null")
                        == 0) {
                    assertThat(System.nanoTime() - begun).as("%s", words).isLessThan(5_000_000_000L);
                    Thread.sleep(50);
                }
            }
            assertThat(words)
                    .filteredOn(line -> line.contains("connection"))
                    .containsExactly(
                            "the database has 4 connections free: 2 for recalculations, 1 for requests, and 1 to monitor"
                                    + " the server. Close other connections, or allow more with ALTER ROLE … CONNECTION"
                                    + " LIMIT or max_connections");
        }

        @Test
        void serve_ends_with_69_with_three() {
            CommandRun run = StoreFixture.ofARoleLimitedTo(3, folder).run("serve", "--port", "0");
            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.err())
                    .contains("The database has 3 connections free; this command needs at least 4 and uses up to ")
                    .contains("run it again");
        }

        @Test
        void other_commands_work_with_two() {
            StoreFixture store = StoreFixture.ofARoleLimitedTo(2, folder);
            assertThat(store.taking(StoreFixture.days("ada", 3)).exitCode()).isZero();
            CommandRun stats = store.done("stats", "--viewer", "ada");
            assertThat(stats.err()).containsOnlyOnce("the database has 2 connections free");
            store.done("dump", "--quiet");
            store.done("recalculate", "--all", "--quiet");
            store.done("verify", "--quiet");
            store.done("ranking");
            store.done("forget", "ada");
            assertThat(store.done("doctor").out())
                    .containsPattern(
                            "warning +connections +the database has 2 free; serve uses up to [0-9]+ and needs at"
                                    + " least 4, other commands use up to [0-9]+ and need at least 2");
        }

        @Test
        void no_command_works_with_one() {
            CommandRun run = StoreFixture.ofARoleLimitedTo(1, folder).run("stats");
            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.err()).contains("The database has 1 connection free; this command needs at least 2");
        }

        @Test
        void connections_that_another_has_are_not_free() throws Exception {
            StoreFixture store = StoreFixture.ofARoleLimitedTo(2, folder);
            try (Connection one = other(store);
                    Connection two = other(store)) {
                assertThat(one.isValid(1) && two.isValid(1)).isTrue();
                CommandRun run = store.run("stats");
                assertThat(run.exitCode()).isEqualTo(69);
                assertThat(run.err()).contains("The database has 0 connections free");
            }
            store.done("stats");
        }

        private Connection other(StoreFixture store) throws Exception {
            URI url = URI.create(String.valueOf(store.environment().get("STREAKLINE_DATABASE_URL")));
            String[] user = url.getUserInfo().split(":", 2);
            return DriverManager.getConnection(
                    "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath(), user[0], user[1]);
        }

        @Test
        void doctor_reports_nothing_where_there_are_plenty() {
            assertThat(StoreFixture.in(folder).done("doctor").out())
                    .containsPattern("ok +connections +the database has [0-9]+ free");
        }
    }

    @Nested
    class ReadOnly {

        private StoreFixture withAda() {
            StoreFixture store = StoreFixture.in(folder);
            assertThat(store.taking(StoreFixture.days("ada", 3)).exitCode()).isZero();
            return store;
        }

        private void takeNoWrites(StoreFixture store) {
            store.sql("do $$ begin execute format('alter database %I set default_transaction_read_only = on',"
                    + " current_database()); end $$");
            store.endSessions();
        }

        private void assertItReadsOnly(StoreFixture store, Stores.Service service) throws Exception {
            HttpResponse<String> ready = ready(service);
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("accepts no writes").contains("standby");
            String token = token(store);
            HttpResponse<String> streak = send(
                    request(service, "/api/analytics/streak?viewer=ada", token).build());
            assertThat(streak.statusCode()).as(streak.body()).isEqualTo(200);
            assertThat(streak.body()).contains("\"longestStreak\":3");
            HttpResponse<String> refused = send(taking(service, token, StoreFixture.days("eve", 1)));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        }

        @Test
        void a_service_is_not_ready_and_goes_on_reading() throws Exception {
            StoreFixture store = withAda();
            try (Stores.Service service = serve(store)) {
                assertThat(ready(service).statusCode()).isEqualTo(200);
                takeNoWrites(store);
                assertItReadsOnly(store, service);
            }
        }

        @Test
        void a_service_that_starts_then_reads() throws Exception {
            StoreFixture store = withAda();
            takeNoWrites(store);
            try (Stores.Service service = serve(store)) {
                assertItReadsOnly(store, service);
            }
        }

        @Test
        void a_command_reads_and_one_that_writes_reports_why_it_cannot() {
            StoreFixture store = withAda();
            takeNoWrites(store);
            store.done("stats", "--viewer", "ada");
            CommandRun run = store.taking(StoreFixture.days("eve", 1));
            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.err()).contains("is read-only").contains("Connect to the primary, or allow writes");
        }
    }

    @Nested
    class WithAChangedMigration {

        @ParameterizedTest
        @ValueSource(strings = {"stats", "migrate"})
        void a_command_names_it_and_what_to_do(String command) {
            CommandRun run = changed().run(command);
            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.err())
                    .contains("migration 3 (")
                    .contains("flyway_schema_history")
                    .contains("Restore the database from a back-up")
                    .doesNotContain("migration 1", "migration 2", "unexpected");
        }

        @Test
        void doctor_finds_it() {
            CommandRun run = changed().run("doctor");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).containsPattern("failed +schema +migration 3 \\(.*back-up");
        }

        private StoreFixture changed() {
            StoreFixture store = StoreFixture.in(folder);
            store.sql("update streakline.flyway_schema_history set checksum = checksum + 1 where version = '3'");
            return store;
        }
    }

    @Test
    void a_missing_database_and_a_refused_user_are_named() {
        String url = String.valueOf(StoreFixture.in(folder).environment().get("STREAKLINE_DATABASE_URL"));
        CommandRun absent = CommandRun.in(
                Map.of("STREAKLINE_DATABASE_URL", url.replaceFirst("/store[0-9]+$", "/nowhere")), "stats");
        assertThat(absent.exitCode()).isEqualTo(69);
        assertThat(absent.err()).contains("The database does not exist (").contains("Create it, then run this again");
        CommandRun refused =
                CommandRun.in(Map.of("STREAKLINE_DATABASE_URL", url.replaceFirst(":[^:@]*@", ":wrong@")), "stats");
        assertThat(refused.exitCode()).isEqualTo(69);
        assertThat(refused.err())
                .contains("The database rejects the user (")
                .contains("Check the user and the password");
    }
}
