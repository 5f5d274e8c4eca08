package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithdrawCommandTest {

    private static final String[] LAST = {"withdraw", "--viewer", "ada", "--source", "s", "--id", "ada0"};

    @TempDir
    private Path folder;

    private StoreFixture store;

    @BeforeEach
    void fill() {
        store = StoreFixture.in(folder);
        String[] events = Arrays.copyOf(StoreFixture.days("ada", 7), 8);
        events[7] = StoreFixture.film("t");
        store.taking(events);
    }

    private int plays() {
        return store.json("stats", "--json").at("/viewers/0/totals/plays").asInt();
    }

    @Test
    void takes_a_fact_back_for_good() {
        assertThat(store.done(LAST).out().strip()).isEqualTo("withdrawn");
        assertThat(plays()).isEqualTo(6);
        CommandRun again = store.run("import", folder.resolve("events.ndjson").toString());
        assertThat(again.exitCode()).isZero();
        store.taking(StoreFixture.days("ada", 7));
        assertThat(plays()).isEqualTo(6);
        assertThat(store.done(LAST).out().strip()).isEqualTo("already withdrawn");
    }

    @Test
    void what_was_recorded_and_is_no_longer_supported_is_listed_apart() {
        store.done(LAST);
        CommandRun verified = store.done("verify");
        assertThat(verified.out())
                .contains("verified 1 viewer: 0 differ, 0 pending, 1 unsupported achievement")
                .contains("unsupported  ada: streak 7");
        JsonNode unsupported = store.json("verify", "--json").at("/unsupported/0");
        assertThat(unsupported.get("viewer").asText()).isEqualTo("ada");
        assertThat(unsupported.get("type").asText()).isEqualTo("streak");
        assertThat(unsupported.get("metric").asInt()).isEqualTo(7);
    }

    @Test
    void a_title_without_its_facts_is_of_unknown_kind_again() {
        assertThat(store.json("stats", "--json")
                        .at("/viewers/0/viewingTime/all/byType/0/name")
                        .asText())
                .isEqualTo("movie");
        JsonNode answer = store.json("withdraw", "--title", "film", "--source", "cms", "--id", "t", "--json");
        assertThat(answer.get("before").asText()).isEqualTo("counts");
        assertThat(answer.get("after").asText()).isEqualTo("withdrawn");
        assertThat(store.json("stats", "--json")
                        .at("/viewers/0/viewingTime/all/byType/0/name")
                        .asText())
                .isEqualTo("unknown");
        assertThat(store.json("verify", "--json").get("pending").asInt()).isZero();
    }

    @Test
    void lists_known_facts_and_withdraws_nothing_in_a_dry_run() {
        String[] dry = Arrays.copyOf(LAST, LAST.length + 1);
        dry[LAST.length] = "--dry-run";
        assertThat(store.done(dry).out().strip()).isEqualTo("would be withdrawn");
        assertThat(plays()).isEqualTo(7);
    }

    @Test
    void an_unknown_fact_is_not_found() {
        for (List<String> wrong : List.of(
                List.of("viewer", "eve", "s", "ada0"),
                List.of("viewer", "ada", "other", "ada0"),
                List.of("title", "ada", "s", "ada0"),
                List.of("channel", "c", "s", "x"))) {
            CommandRun run = store.run(
                    "withdraw", "--" + wrong.get(0), wrong.get(1), "--source", wrong.get(2), "--id", wrong.get(3));
            assertThat(run.exitCode()).as(wrong.toString()).isEqualTo(4);
            assertThat(run.err())
                    .contains("there is no fact about " + wrong.get(0) + " " + wrong.get(1))
                    .contains("source " + wrong.get(2) + " and id " + wrong.get(3));
        }
    }

    @Test
    void an_identifier_that_cannot_be_one_is_a_wrong_command_line() {
        CommandRun run = store.run("withdraw", "--viewer", "", "--source", "s", "--id", "x");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("subject");
    }

    @Test
    void the_subject_must_be_named_exactly_once() {
        assertThat(store.run("withdraw", "--source", "s", "--id", "x").exitCode())
                .isEqualTo(2);
        assertThat(store.run("withdraw", "--viewer", "a", "--title", "b", "--source", "s", "--id", "x")
                        .exitCode())
                .isEqualTo(2);
    }
}
