package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.wiring.WiredStores;
import dev.streakline.persistence.database.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which stores take facts from viewers when they are served, and which viewers are set aside. */
class ViewersSendingTest {

    private static final String NOTICE = "--viewer-facts off";

    @TempDir
    private Path folder;

    /** What a service printed on standard error. */
    private final List<String> words = new ArrayList<>();

    private Stores.Service serve(Map<String, String> environment) {
        words.clear();
        return new WiredStores(CommandRun.CLOCK, environment)
                .serve(
                        null,
                        new Stores.ServiceSettings("127.0.0.1", 0, List.of(), 6_000, Stores.RequestLogging.NONE),
                        words::add,
                        line -> {});
    }

    private static String token(Map<String, String> environment, String account, String role) {
        CommandRun run = CommandRun.in(environment, "token", "issue", "--account", account, "--role", role);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out().strip();
    }

    private static String answer(HttpRequest.Builder request, String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString())
                .body();
    }

    /** Sends an event of ada about themselves. */
    private JsonNode send(Map<String, String> environment, String id) throws IOException, InterruptedException {
        String token = token(environment, "ada", "viewer");
        try (Stores.Service service = serve(environment)) {
            String event = StoreFixture.watch("ada", id, "2026-05-09T20:00:00Z")
                    .replace("\"source\":\"s\"", "\"source\":\"own\"");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.address() + "/api/events"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("[" + event + "]"));
            return StoreFixture.json(new CommandRun(0, answer(request, token), ""));
        }
    }

    @Test
    void a_new_served_store_refuses_them_by_rule_and_command_until_that_is_run()
            throws IOException, InterruptedException {
        StoreFixture store = StoreFixture.in(folder);
        JsonNode refused = send(store.environment(), "1");
        assertThat(refused.at("/items/0/code").asText()).isEqualTo("event.not_allowed");
        assertThat(refused.at("/items/0").toString())
                .contains("viewerFacts")
                .contains("streakline intake set --viewer-facts on");
        assertThat(words).noneMatch(word -> word.contains(NOTICE));
        store.done("intake", "set", "--viewer-facts", "on");
        assertThat(send(store.environment(), "1").get("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void an_upgraded_store_continues_to_accept_them_and_serve_reports_it_exactly_once()
            throws IOException, InterruptedException {
        StoreFixture store = StoreFixture.withoutTables(folder);
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(store.connections())
                .schemas("streakline")
                .defaultSchema("streakline")
                .locations("classpath:dev/streakline/persistence/migration")
                .target("6")
                // It grants rights on the tables of today.
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        store.sql("insert into streakline.viewer (name) values ('bob')");
        store.sql("insert into streakline.source (name) values ('own')");
        store.sql("""
                insert into streakline.fact (shard, viewer_key, identity, content, type, source_key, id)
                select viewer_key & 15, viewer_key, md5('1')::uuid, md5('1')::uuid, 3, source_key, '1'
                from streakline.viewer, streakline.source where source.name = 'own'
                """);
        assertThat(send(store.environment(), "1").get("accepted").asInt()).isEqualTo(1);
        assertThat(words).filteredOn(word -> word.contains(NOTICE)).hasSize(1);
        assertThat(send(store.environment(), "2").get("accepted").asInt()).isEqualTo(1);
        assertThat(words).noneMatch(word -> word.contains(NOTICE));
    }

    @Test
    void a_store_of_the_data_folder_that_an_import_began_takes_them() throws IOException, InterruptedException {
        try (DataFolder data = DataFolder.at(folder.resolve("data"))) {
            Map<String, String> environment =
                    Map.of("STREAKLINE_DATA", data.path().toString());
            Path file = Files.writeString(
                    folder.resolve("events.ndjson"), StoreFixture.watch("ada", "1", "2026-05-08T20:00:00Z"));
            CommandRun imported = CommandRun.in(environment, "import", file.toString());
            assertThat(imported.exitCode()).as(imported.err()).isZero();
            assertThat(send(environment, "2").get("accepted").asInt()).isEqualTo(1);
            assertThat(words).noneMatch(word -> word.contains(NOTICE));
        }
    }

    @Test
    void viewers_who_are_set_aside_are_listed_by_doctor_and_counted_by_a_metric()
            throws IOException, InterruptedException {
        StoreFixture store = StoreFixture.in(folder);
        store.sql("create function streakline.fail() returns trigger language plpgsql as $$ begin"
                + " raise exception 'on purpose' using errcode = '22003'; end $$");
        store.sql(
                "create trigger failing before insert on streakline.viewer_statistics for each row when (new.viewer_key ="
                        + " 1) execute function streakline.fail()");
        assertThat(store.done("doctor").out()).contains("no viewer: every recalculation succeeds");
        store.taking(StoreFixture.days("ada", 2));
        assertThat(store.number("select viewer_key from streakline.viewer where name = 'ada'"))
                .isEqualTo(1);
        assertThat(store.done("recalculate").err()).contains("the recalculation of 1 viewer failed; the first is ada.");
        CommandRun run = store.done("doctor");
        assertThat(run.out())
                .contains("1 viewer whose recalculation fails, such as 'ada', 1 time")
                .contains("on purpose");
        store.sql("update streakline.fold_failure set try_at = 0");
        String token = token(store.environment(), "root", "admin");
        try (Stores.Service service = serve(store.environment())) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.address() + "/metrics"));
            for (int tries = 0; tries < 100; tries++) {
                if (answer(request.copy(), token)
                        .lines()
                        .anyMatch(line -> line.matches("streakline_worker_set_aside_total 1(\\.0)?"))) {
                    return;
                }
                Thread.sleep(100);
            }
            assertThat(answer(request, token)).contains("streakline_worker_set_aside_total 1");
        }
    }
}
