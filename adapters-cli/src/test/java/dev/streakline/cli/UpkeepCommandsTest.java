package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streakline.application.fact.Zones;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code migrate}, {@code doctor}, and what every command reports without a store or a database. */
class UpkeepCommandsTest {

    @TempDir
    private Path folder;

    @Nested
    class Migrating {

        @Test
        void makes_the_tables_once() {
            StoreFixture store = StoreFixture.withoutTables(folder);
            assertThat(store.done("migrate", "--dry-run").out()).startsWith("pending  V1__");
            assertThat(store.number("select count(*) from pg_namespace where nspname = 'streakline'"))
                    .isZero();
            JsonNode done = store.json("migrate", "--json");
            assertThat(done.get("done")).isNotEmpty();
            assertThat(done.get("pending")).isEmpty();
            assertThat(store.done("migrate").out().strip()).isEqualTo("up to date");
            assertThat(store.done("migrate", "--dry-run").out().strip()).isEqualTo("up to date");
        }

        @Test
        void makes_no_database_when_it_is_a_dry_run() {
            Path data = folder.resolve("data");
            assertThat(CommandRun.in(Map.of(), "migrate", "--dry-run", "--data", data.toString())
                            .exitCode())
                    .isEqualTo(4);
            assertThat(data).doesNotExist();
        }

        @Test
        void what_a_newer_version_has_added_does_not_stop_an_older_one() {
            StoreFixture store = StoreFixture.in(folder);
            store.sql("insert into streakline.flyway_schema_history values"
                    + " (99, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', now(), 1, true)");
            assertThat(store.done("migrate").out().strip()).isEqualTo("up to date");
            assertThat(store.taking(StoreFixture.days("ada", 1)).exitCode()).isZero();
        }
    }

    @Nested
    class Examining {

        @Test
        void reports_the_state_of_everything() {
            StoreFixture store = StoreFixture.in(folder);
            CommandRun run = store.done("doctor");
            assertThat(run.out().lines().toList())
                    .allMatch(line -> line.startsWith("ok "))
                    .anyMatch(line -> line.contains("postgresql://127.0.0.1:"))
                    .anyMatch(line -> line.contains("PostgreSQL 18"))
                    .anyMatch(line -> line.contains("up to date"))
                    .anyMatch(line -> line.contains("version " + Zones.dataVersion() + " of the time-zone data"));
            JsonNode findings = store.json("doctor", "--json");
            assertThat(findings.at("/0/state").asText()).isEqualTo("ok");
            assertThat(findings.at("/0/about").asText()).isEqualTo("java");
        }

        @Test
        void warns_of_tables_that_are_not_there() {
            StoreFixture store = StoreFixture.withoutTables(folder);
            assertThat(store.done("doctor").out()).contains("warning  schema").contains("run 'streakline migrate'");
            assertThat(store.number("select count(*) from pg_namespace where nspname = 'streakline'"))
                    .isZero();
        }

        @Test
        void warns_of_pending_viewers() {
            StoreFixture store = StoreFixture.in(folder);
            store.taking(StoreFixture.days("ada", 3));
            store.sql("update streakline.viewer_statistics set next_change_at = 0");
            assertThat(store.done("doctor").out())
                    .contains("warning  folds      1 viewer is due: run 'streakline recalculate'");
        }

        @Test
        void makes_nothing_where_no_store_is() {
            Path data = folder.resolve("data");
            CommandRun run = CommandRun.in(Map.of(), "doctor", "--data", data.toString());
            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .contains("the store does not exist yet")
                    .contains("version " + Zones.dataVersion() + " of the time-zone data");
            assertThat(data).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"recalculate", "verify", "stats", "forget ada", "withdraw --viewer a --source s --id i"})
    void without_a_store_there_is_nothing_to_work_with(String command) {
        Path data = folder.resolve("data");
        CommandRun run = CommandRun.in(Map.of("STREAKLINE_DATA", data.toString()), command.split(" "));
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("the store does not exist yet");
        assertThat(data).doesNotExist();
    }

    @Nested
    class WithoutADatabase {

        private CommandRun at(String url, String command) {
            CommandRun run = CommandRun.in(Map.of("STREAKLINE_DATABASE_URL", url), command);
            assertThat(run.err()).doesNotContain("geheim", "\tat ", "unexpected");
            return run;
        }

        @ParameterizedTest
        @ValueSource(strings = {"stats", "migrate", "doctor"})
        void a_command_reports_it(String command) {
            CommandRun run = at("postgresql://ada:geheim@127.0.0.1:1/media?password=geheim", command);
            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.err())
                    .startsWith("streakline: Cannot connect to postgresql://127.0.0.1:1/media: Connection to")
                    .contains("Check that it is running");
        }

        @Test
        void a_host_that_nobody_knows_is_named() {
            CommandRun run = at("postgresql://ada:geheim@nobody.invalid/media", "stats");
            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.err()).contains("unknown host nobody.invalid");
        }

        @Test
        void a_wrong_password_is_reported() {
            String url = StoreFixture.in(folder).environment().get("STREAKLINE_DATABASE_URL");
            CommandRun run = at(String.valueOf(url).replaceFirst(":[^:@]*@", ":geheim@"), "stats");
            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.err()).contains("password authentication failed");
        }

        @Test
        @Timeout(20)
        void a_server_that_never_answers_is_given_up() throws IOException {
            try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                long begun = System.nanoTime();
                CommandRun run = at("postgresql://ada:geheim@127.0.0.1:" + silent.getLocalPort() + "/media", "stats");
                assertThat(run.exitCode()).isEqualTo(69);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
            }
        }

        @Test
        void a_wrong_url_is_a_wrong_configuration() {
            CommandRun run = at("mysql://ada:geheim@db/media", "stats");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("STREAKLINE_DATABASE_URL is wrong");
        }

        @Test
        void a_folder_that_cannot_be_made_is_reported() throws IOException {
            Path file = Files.writeString(folder.resolve("file"), "");
            CommandRun run = CommandRun.in(Map.of(), "migrate", "--data", file.toString());
            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.err()).contains(file.toString()).doesNotContain("unexpected");
        }
    }
}
