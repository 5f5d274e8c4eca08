package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    @TempDir
    private Path folder;

    private StoreFixture store;

    @BeforeEach
    void open() {
        store = StoreFixture.in(folder);
    }

    private String sevenDays() {
        return store.file("days.ndjson", StoreFixture.days("ada", 7));
    }

    @Nested
    class WithEvents {

        @Test
        void prints_their_outcomes_and_the_folded_viewers() {
            CommandRun run = store.done("import", sevenDays());
            assertThat(run.err()).contains("read 7: 7 accepted, 0 duplicate, 0 skipped, 0 rejected");
            assertThat(run.out().strip()).isEqualTo("recalculated 1 viewer: 1 changed, 1 achievement announced");
        }

        @Test
        void prints_the_same_as_json() {
            JsonNode answer = store.json("import", sevenDays(), "--json", "--quiet");
            assertThat(answer.at("/summary/read").asInt()).isEqualTo(7);
            assertThat(answer.at("/summary/accepted").asInt()).isEqualTo(7);
            assertThat(answer.at("/folded/viewers").asInt()).isEqualTo(1);
            assertThat(answer.at("/folded/announced").asInt()).isEqualTo(1);
        }

        @Test
        void counts_nothing_twice() {
            store.done("import", sevenDays());
            JsonNode again = store.json("import", sevenDays(), "--json");
            assertThat(again.at("/summary/accepted").asInt()).isZero();
            assertThat(again.at("/summary/duplicate").asInt()).isEqualTo(7);
            assertThat(again.at("/folded/viewers").asInt()).isZero();
        }

        @Test
        void the_store_gives_the_same_statistics_as_the_file() {
            String file = sevenDays();
            store.done("import", file);
            String asOf = "2026-05-10T11:00:00Z";
            assertThat(store.json("stats", "--json", "--as-of", asOf).get("viewers"))
                    .isEqualTo(StoreFixture.json(CommandRun.of("stats", file, "--json", "--as-of", asOf))
                            .get("viewers"));
            assertThat(store.done("stats", "--as-of", asOf).out())
                    .isEqualTo(CommandRun.of("stats", file, "--as-of", asOf).out());
        }

        @Test
        void a_bad_line_is_in_the_reject_file_and_the_others_count() throws Exception {
            String bad =
                    StoreFixture.watch("ada", "bad", "2026-05-09T20:00:00Z").replace("3600", "-1");
            CommandRun run = store.run(
                    "import", store.file("bad.ndjson", StoreFixture.film("t"), bad), "--rejects", store.rejects());
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).contains("read 2: 1 accepted, 0 duplicate, 0 skipped, 1 rejected");
            assertThat(Files.readString(Path.of(store.rejects()))).contains("\"pointer\":\"/data/seconds\"");
        }

        @Test
        void a_conflict_is_rejected_and_the_first_stays() {
            store.taking(StoreFixture.watch("ada", "1", "2026-05-09T20:00:00Z"));
            store.taking(StoreFixture.watch("ada", "1", "2026-05-08T20:00:00Z"));
            assertThat(store.json("stats", "--json")
                            .at("/viewers/0/streak/lastWatchedDate")
                            .asText())
                    .isEqualTo("2026-05-09");
        }
    }

    @Nested
    class WithDryRun {

        @Test
        void gives_the_verdicts_and_keeps_nothing() {
            store.taking(StoreFixture.days("ada", 2));
            CommandRun run = store.done("import", sevenDays(), "--dry-run");
            assertThat(run.err()).contains("read 7: 5 accepted, 2 duplicate");
            assertThat(run.out()).contains("nothing was stored");
            assertThat(store.json("import", sevenDays(), "--dry-run", "--json")
                            .at("/summary/accepted")
                            .asInt())
                    .isEqualTo(5);
            assertThat(store.number("select count(*) from streakline.fact")).isEqualTo(2);
        }

        @Test
        void makes_no_store_where_none_is() {
            Path data = folder.resolve("data");
            CommandRun run = CommandRun.in(Map.of(), "import", sevenDays(), "--dry-run", "--data", data.toString());
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(data).doesNotExist();
        }
    }

    @Nested
    class WithWhatCannotBeRead {

        @Test
        void a_missing_file_is_not_found_and_what_others_brought_is_folded() {
            CommandRun run =
                    store.run("import", sevenDays(), folder.resolve("missing").toString());
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.err()).contains("missing").contains("read 7: 7 accepted");
            assertThat(store.json("verify", "--json").get("pending").asInt()).isZero();
        }

        @Test
        void a_file_that_is_cut_off_fails_and_what_was_read_is_kept() throws Exception {
            Path packed = folder.resolve("days.ndjson.gz");
            store.done("import", sevenDays());
            store.done("dump", packed.toString());
            byte[] whole = Files.readAllBytes(packed);
            Files.write(packed, Arrays.copyOf(whole, whole.length - 9));
            CommandRun run = store.run("import", packed.toString(), "--rejects", store.rejects());
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("ends early");
            assertThat(run.out()).contains("recalculated 0 viewers");
        }

        @Test
        void a_history_without_a_name_wants_one() {
            CommandRun run = store.run("import", store.file("list.csv", "Title,Date", "Film,31/12/2024"));
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--as");
        }

        @Test
        void no_file_at_all_is_a_wrong_command_line() {
            assertThat(store.run("import").exitCode()).isEqualTo(2);
        }
    }

    @Test
    void an_older_version_keeps_the_facts_and_folds_nobody() {
        store.sql(
                "insert into streakline.fold_version (policy_version, revision, time_zone_data) values (0, 999, '2999z')");
        CommandRun run = store.taking(StoreFixture.days("ada", 1));
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).startsWith("streakline: ").doesNotContain("\tat ");
        assertThat(store.number("select count(*) from streakline.fact")).isEqualTo(1);
        assertThat(store.done("doctor").out()).contains("a newer version uses this store");
    }

    @Test
    void the_embedded_store_is_made_on_first_use_and_found_again() {
        String data = folder.resolve("data").toString();
        CommandRun first = CommandRun.in(Map.of(), "import", sevenDays(), "--data", data, "--quiet");
        assertThat(first.exitCode()).as(first.err()).isZero();
        CommandRun found = CommandRun.in(Map.of("STREAKLINE_DATA", data), "stats", "--viewer", "ada", "--json");
        assertThat(StoreFixture.json(found).at("/viewers/0/totals/plays").asInt())
                .isEqualTo(7);
        assertThat(CommandRun.in(Map.of("STREAKLINE_DATA", data), "doctor").out())
                .contains(data)
                .contains("PostgreSQL 18");
    }
}
