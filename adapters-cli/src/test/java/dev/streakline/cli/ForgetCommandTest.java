package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgetCommandTest {

    @TempDir
    private Path folder;

    private StoreFixture store;

    @BeforeEach
    void fill() {
        store = StoreFixture.in(folder);
        store.taking(StoreFixture.days("ada", 7));
        store.taking(StoreFixture.days("bob", 2));
    }

    @Test
    void nothing_of_a_viewer_is_left_and_others_stay() {
        assertThat(store.done("forget", "ada").out().strip()).isEqualTo("ada was erased");
        assertThat(store.done("dump").out()).doesNotContain("ada").contains("bob");
        assertThat(store.done("verify").out()).contains("verified 1 viewer: 0 differ, 0 pending, 0 unsupported");
        assertThat(store.json("stats", "--json").get("viewers")).hasSize(1);
        assertThat(store.run("forget", "ada").exitCode()).isEqualTo(4);
    }

    @Test
    void facts_sent_later_create_a_new_viewer() {
        store.done("withdraw", "--viewer", "ada", "--source", "s", "--id", "ada0");
        assertThat(store.json("forget", "ada", "--json").get("forgotten").asBoolean())
                .isTrue();
        store.taking(StoreFixture.days("ada", 1));
        assertThat(store.json("stats", "--viewer", "ada", "--json")
                        .at("/viewers/0/totals/plays")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whose_facts_are_all_withdrawn_can_be_forgotten() {
        store.taking(StoreFixture.watch("eve", "1", "2026-05-09T20:00:00Z"));
        store.done("withdraw", "--viewer", "eve", "--source", "s", "--id", "1");
        store.done("forget", "eve");
        assertThat(store.done("dump").out()).doesNotContain("eve");
    }

    @Test
    void erases_nothing_when_it_is_a_dry_run() {
        assertThat(store.done("forget", "ada", "--dry-run").out().strip()).isEqualTo("ada exists, and would be erased");
        assertThat(store.json("forget", "ada", "--dry-run", "--json")
                        .get("forgotten")
                        .asBoolean())
                .isFalse();
        assertThat(store.json("stats", "--json").get("viewers")).hasSize(2);
    }

    @Test
    void an_unknown_viewer_is_not_found() {
        CommandRun run = store.run("forget", "eve");
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("there is no viewer eve in the store");
    }

    @Test
    void what_can_be_no_viewer_is_a_wrong_command_line() {
        CommandRun run = store.run("forget", "");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is not a viewer id; use 1 to 128 characters");
    }
}
