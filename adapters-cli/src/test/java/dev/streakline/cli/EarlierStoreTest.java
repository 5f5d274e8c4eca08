package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.intake.EventReader;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.intake.PostgresFactLog;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What version 0241053 took in, by its store and by its dump; see {@code earlier/README.md}. */
class EarlierStoreTest {

    private static final String LAST_MIGRATION = "5";
    private static final String UNDATED = "\"time\":\"1970-01-01T00:00:00Z\",\"data\":{\"title\":\"movie:5001\"";
    private static final String[] FILES = {
        "ViewingActivity.csv", "NetflixViewingHistory.csv", "watched-history-1.json", "watch-history.json", "own.ndjson"
    };

    @TempDir
    private Path folder;

    private StoreFixture upgraded;

    @BeforeEach
    void open() throws IOException {
        upgraded = StoreFixture.withoutTables(Files.createDirectory(folder.resolve("upgraded")));
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(upgraded.connections())
                .schemas("streakline")
                .defaultSchema("streakline")
                .locations("classpath:dev/streakline/persistence/migration")
                .target(LAST_MIGRATION)
                // It grants rights on the tables of today.
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        upgraded.sql("grant usage on schema streakline to streakline_app");
        upgraded.sql("grant all on all tables in schema streakline to streakline_app");
        fill();
    }

    /** Facts are stored as that version stored them: since then only their identities have changed. */
    private void fill() throws IOException {
        PGSimpleDataSource connections = (PGSimpleDataSource) upgraded.connections();
        connections.setCurrentSchema("streakline");
        PostgresFactLog log = new PostgresFactLog(new Database(connections));
        EventReader eventReader = new EventReader(CommandRun.CLOCK);
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(file("dump.ndjson"))) {
            Map<String, Object> event = json.readValue(line, new TypeReference<Map<String, Object>>() {});
            ParseResult.Parsed parsed = (ParseResult.Parsed) eventReader.read(event);
            log.append(List.of(new ParseResult.Parsed(parsed.fact(), parsed.digest())));
            if (event.containsKey("withdrawn")) {
                withdraw(parsed.fact().id());
            }
        }
    }

    /** As that version did, whose store has no table of failed folds. */
    private void withdraw(FactId id) {
        upgraded.sql("update streakline.fact set withdrawn = true where id = '" + id.id()
                + "' and source_key = (select source_key from streakline.source where name = '" + id.source() + "')");
    }

    private static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(EarlierStoreTest.class.getResource("earlier/" + name), name)
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JsonNode importFiles(StoreFixture store) {
        List<String> args = new ArrayList<>(List.of("import", "--as", "v", "--json"));
        for (String name : FILES) {
            args.add(file(name).toString());
        }
        return store.json(args.toArray(new String[0]));
    }

    private static List<String> dump(StoreFixture store) {
        return store.done("dump").out().lines().toList();
    }

    @Test
    void a_dump_that_is_imported_gives_the_facts_of_the_store_that_is_upgraded() throws IOException {
        StoreFixture imported = StoreFixture.in(Files.createDirectory(folder.resolve("imported")));
        JsonNode summary = imported.json("import", file("dump.ndjson").toString(), "--json")
                .get("summary");
        assertThat(summary.get("rejected").asInt()).isZero();
        assertThat(summary.get("skipped").asInt()).as("undated").isEqualTo(1);
        assertThat(dump(imported))
                .isEqualTo(dump(upgraded).stream()
                        .filter(line -> !line.contains(UNDATED))
                        .toList())
                .hasSize(29);
    }

    @Test
    void the_same_files_add_nothing_to_an_upgraded_store_but_what_was_not_counted_then() {
        assertThat(dump(upgraded)).hasSize(30);
        JsonNode summary = importFiles(upgraded).get("summary");
        assertThat(summary.get("rejected").asInt()).isZero();
        assertThat(summary.get("accepted").asInt())
                .as("the episode that began by itself and was watched")
                .isEqualTo(1);
        assertThat(plays(upgraded)).isEqualTo(Map.of("Ana", 5, "Ben", 2, "v", 11));
        assertThat(importFiles(upgraded).at("/summary/accepted").asInt()).isZero();
        assertThat(upgraded.json("import", file("dump.ndjson").toString(), "--json")
                        .at("/summary/accepted")
                        .asInt())
                .isZero();
        assertThat(plays(upgraded)).isEqualTo(Map.of("Ana", 5, "Ben", 2, "v", 11));
        assertThat(upgraded.done("verify").out()).contains("0 differ");
    }

    @Test
    void shows_of_one_name_are_distinguished_and_withdrawn_plays_stay_withdrawn() {
        JsonNode viewer = upgraded.json("stats", "--viewer", "v", "--json").at("/viewers/0");
        assertThat(viewer.at("/totals/completedShows").asInt()).isEqualTo(3);
        assertThat(viewer.at("/calendar/days/0/date").asText()).isEqualTo("2022-12-13");
        assertThat(dump(upgraded))
                .filteredOn(line -> line.endsWith(",\"withdrawn\":true}"))
                .hasSize(4)
                .anyMatch(line -> line.contains("Another film"))
                .anyMatch(line -> line.contains("Ozark"))
                .anyMatch(line -> line.contains("ccccccccccc"))
                .anyMatch(line -> line.contains(UNDATED));
    }

    private static Map<String, Integer> plays(StoreFixture store) {
        Map<String, Integer> plays = new TreeMap<>();
        store.json("stats", "--json")
                .get("viewers")
                .forEach(viewer -> plays.put(
                        viewer.get("viewer").asText(),
                        viewer.at("/totals/plays").asInt()));
        return plays;
    }
}
