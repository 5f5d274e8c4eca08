package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code recalculate} and {@code verify}. */
class FoldingCommandsTest {

    @TempDir
    private Path folder;

    private StoreFixture store;

    @BeforeEach
    void fill() {
        store = StoreFixture.in(folder);
        store.taking(Stream.of("ada", "bob", "cy")
                .flatMap(viewer -> Stream.of(StoreFixture.days(viewer, 3)))
                .toArray(String[]::new));
    }

    /** As a fault of this program would. */
    private void spoil(String viewer) {
        store.sql("update streakline.viewer_statistics set digest = gen_random_uuid() where viewer_key ="
                + " (select viewer_key from streakline.viewer where name = '" + viewer + "')");
    }

    @Nested
    class Recalculating {

        @Test
        void folds_due_viewers_or_all_or_one() {
            assertThat(store.done("recalculate").out().strip())
                    .isEqualTo("recalculated 0 viewers: 0 changed, 0 achievements announced");
            assertThat(store.json("recalculate", "--all", "--json")
                            .get("viewers")
                            .asInt())
                    .isEqualTo(3);
            JsonNode one = store.json("recalculate", "--viewer", "ada", "--json");
            assertThat(one.get("viewers").asInt()).isEqualTo(1);
            assertThat(one.get("changed").asInt()).isZero();
        }

        @Test
        void puts_right_what_differs_unless_it_is_a_dry_run() {
            spoil("bob");
            assertThat(store.done("recalculate", "--all", "--dry-run").out())
                    .contains("1 differ")
                    .contains("bob");
            assertThat(store.json("recalculate", "--all", "--json")
                            .get("changed")
                            .asInt())
                    .isEqualTo(1);
            assertThat(store.run("verify").exitCode()).isZero();
        }

        @Test
        void knows_no_other_viewer() {
            CommandRun run = store.run("recalculate", "--viewer", "eve");
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.err()).contains("there is no viewer eve");
        }

        @Test
        void one_viewer_and_everybody_exclude_each_other() {
            assertThat(store.run("recalculate", "--viewer", "ada", "--all").exitCode())
                    .isEqualTo(2);
        }

        @Test
        void is_refused_to_an_older_version() {
            store.sql("insert into streakline.fold_version (policy_version, revision, time_zone_data)"
                    + " values (0, 999, '2999z')");
            for (String command : new String[] {"recalculate", "verify"}) {
                CommandRun run = store.run(command);
                assertThat(run.exitCode()).isEqualTo(5);
                assertThat(run.err()).contains("999").doesNotContain("unexpected");
            }
        }
    }

    @Nested
    class Verifying {

        @Test
        void nothing_differs_after_a_fold() {
            assertThat(store.done("verify").out().strip())
                    .isEqualTo("verified 3 viewers: 0 differ, 0 pending, 0 unsupported achievements");
        }

        @Test
        void what_differs_is_a_failure_and_named() {
            spoil("bob");
            CommandRun run = store.run("verify", "--json");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(StoreFixture.json(run).at("/different/0").asText()).isEqualTo("bob");
            assertThat(store.run("verify", "--viewer", "bob").exitCode()).isEqualTo(1);
            assertThat(store.run("verify", "--viewer", "ada").exitCode()).isZero();
        }

        @Test
        void a_sample_is_every_nth_viewer() {
            assertThat(store.json("verify", "--every", "2", "--json")
                            .get("viewers")
                            .asInt())
                    .isEqualTo(2);
            assertThat(store.json("verify", "--every", "1", "--json")
                            .get("viewers")
                            .asInt())
                    .isEqualTo(3);
        }

        @Test
        void a_sample_of_less_than_every_viewer_is_a_wrong_command_line() {
            for (String every : List.of("0", "-1", "x")) {
                CommandRun run = store.run("verify", "--every", every);
                assertThat(run.exitCode()).isEqualTo(2);
                assertThat(run.err()).contains("--every");
            }
        }
    }
}
