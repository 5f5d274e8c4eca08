package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeCommandTest {

    @TempDir
    private Path folder;

    @Test
    void the_defaults_are_shown_where_no_store_is_and_none_is_made() {
        Path data = folder.resolve("data");
        CommandRun run = CommandRun.in(Map.of(), "intake", "show", "--data", data.toString());
        assertThat(run.out()).contains("viewer facts          off").contains("events a day          20000");
        assertThat(data).doesNotExist();
    }

    @Test
    void what_is_named_is_set_and_the_rest_stays() {
        StoreFixture store = StoreFixture.in(folder);
        assertThat(store.done("intake", "set", "--viewer-facts", "on").out()).contains("in force");
        String[] more = {"intake", "set", "--events-per-day", "7", "--pauses", "3"};
        assertThat(store.done("intake", "set", "--events-per-day", "7", "--dry-run")
                        .out())
                .contains("events a day          7")
                .contains("nothing was changed: --dry-run");
        assertThat(store.done("intake", "show").out()).contains("events a day          20000");
        JsonNode set =
                StoreFixture.json(store.done("intake", "set", "--events-per-day", "7", "--pauses", "3", "--json"));
        assertThat(set.at("/version").asInt()).isEqualTo(2);
        assertThat(set.at("/viewerFacts").asText()).isEqualTo("on");
        assertThat(set.at("/limits/eventsPerDay").asInt()).isEqualTo(7);
        assertThat(set.at("/limits/pauses").asInt()).isEqualTo(3);
        assertThat(set.at("/limits/titles").asInt()).isEqualTo(50_000);
        assertThat(store.done(more).out()).contains("in force already");
    }

    private static CommandRun inFolder(DataFolder data, String... command) {
        CommandRun run = CommandRun.in(Map.of("STREAKLINE_DATA", data.path().toString()), command);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private String file(String id) throws IOException {
        return Files.writeString(folder.resolve(id), StoreFixture.watch("ada", id, "2026-05-09T20:00:00Z"))
                .toString();
    }

    @Test
    void the_first_import_opens_a_store_of_the_data_folder_to_its_viewers() throws IOException {
        try (DataFolder data = DataFolder.at(folder.resolve("data"))) {
            inFolder(data, "import", file("1"));
            assertThat(inFolder(data, "intake", "show").out()).contains("viewer facts          on");
            inFolder(data, "intake", "set", "--viewer-facts", "off");
            inFolder(data, "import", file("2"));
            assertThat(inFolder(data, "intake", "show").out()).contains("viewer facts          off");
        }
    }

    @Test
    void an_import_leaves_the_rules_of_an_outside_database() {
        StoreFixture store = StoreFixture.in(folder);
        store.taking(StoreFixture.watch("ada", "1", "2026-05-09T20:00:00Z"));
        assertThat(store.done("intake", "show").out()).contains("viewer facts          off");
    }

    @ParameterizedTest
    @CsvSource({"--viewer-facts, maybe, on or off", "--titles, 0, titles must be from 1", "--pauses, x, x"})
    void what_is_out_of_bounds_is_a_wrong_command_line(String option, String value, String said) {
        CommandRun run = CommandRun.in(
                Map.of("STREAKLINE_DATA", folder.resolve("none").toString()), "intake", "set", option, value);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(said);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void no_command_of_the_two_is_a_wrong_command_line_with_help() {
        CommandRun run = CommandRun.of("intake");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("show").contains("set").contains("Examples:");
    }
}
