package dev.streakline.persistence.embedded;

import static dev.streakline.persistence.embedded.ServerWorkshop.ask;
import static dev.streakline.persistence.embedded.ServerWorkshop.cluster;
import static dev.streakline.persistence.embedded.ServerWorkshop.connect;
import static dev.streakline.persistence.embedded.ServerWorkshop.kill;
import static dev.streakline.persistence.embedded.ServerWorkshop.killServerWithItsChildren;
import static dev.streakline.persistence.embedded.ServerWorkshop.leavePostmasterFile;
import static dev.streakline.persistence.embedded.ServerWorkshop.namesIn;
import static dev.streakline.persistence.embedded.ServerWorkshop.open;
import static dev.streakline.persistence.embedded.ServerWorkshop.postmaster;
import static dev.streakline.persistence.embedded.ServerWorkshop.runningPostmaster;
import static dev.streakline.persistence.embedded.ServerWorkshop.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kill -9} leaves behind at any point, and what the next to open makes of it. */
class KilledServerTest {

    @TempDir
    private static Path parent;

    private static ServerWorkshop workshop;
    private static Path folder;

    @BeforeAll
    static void make_a_database() throws IOException, InterruptedException {
        workshop = new ServerWorkshop(parent);
        folder = workshop.folder("killed");
        open(folder).close();
    }

    @AfterEach
    void nobody_is_left() throws IOException {
        assertThat(postmaster(folder)).isEmpty();
    }

    @AfterAll
    static void clear() throws IOException {
        workshop.clear();
    }

    @Test
    void a_server_that_outlives_its_process_is_adopted() throws Exception {
        try (ServerUserProcess killed = ServerUserProcess.of(folder)) {
            String url = killed.url();
            killed.kill();
            long left = runningPostmaster(folder);
            try (EmbeddedDatabase database = open(folder)) {
                assertThat(database.url()).isEqualTo(url);
                assertThat(runningPostmaster(folder)).isEqualTo(left);
                assertThat(ask(database, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void a_server_that_was_killed_is_started_again_with_all_that_was_committed() throws Exception {
        EmbeddedDatabase held = open(folder);
        tell(held, "create table committed as select generate_series(1, 1000) as n");
        killServerWithItsChildren(folder);

        try (EmbeddedDatabase next = open(folder)) {
            assertThat(ask(next, "select count(*) from committed")).isEqualTo("1000");
            held.close();
            assertThat(ask(next, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_server_that_was_killed_needs_no_stopping() throws Exception {
        EmbeddedDatabase held = open(folder);
        killServerWithItsChildren(folder);
        held.close();
        open(folder).close();
    }

    @Test
    void what_a_dead_server_is_still_doing_ends_before_the_next_one_starts() throws Exception {
        EmbeddedDatabase held = open(folder);
        try (Connection connection = connect(held);
                Statement statement = connection.createStatement()) {
            CompletableFuture<Void> busy = CompletableFuture.runAsync(() -> {
                try {
                    statement.execute("do $$ begin loop end loop; end $$");
                } catch (SQLException killed) {
                    throw new IllegalStateException(killed);
                }
            });
            while (ask(held, "select count(*) from pg_stat_activity where query like 'do $$ begin loop%'")
                    .equals("0")) {
                Thread.sleep(10);
            }
            kill(ProcessHandle.of(runningPostmaster(folder)).orElseThrow());
            try (EmbeddedDatabase next = open(folder)) {
                assertThat(busy).isCompletedExceptionally();
                assertThat(ask(next, "select 1")).isEqualTo("1");
            }
        }
        held.close();
    }

    @Test
    void a_number_that_another_program_has_now_is_no_server() throws Exception {
        leavePostmasterFile(folder, ProcessHandle.current().pid(), 1);
        try (EmbeddedDatabase database = open(folder)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_number_that_another_cluster_has_now_is_no_server_of_ours() throws Exception {
        Path elsewhere = workshop.copy(folder, "elsewhere");
        try (EmbeddedDatabase other = open(elsewhere)) {
            leavePostmasterFile(folder, runningPostmaster(elsewhere), portOf(other));
            try (EmbeddedDatabase database = open(folder)) {
                assertThat(database.url()).isNotEqualTo(other.url());
            }
            assertThat(ask(other, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_file_without_a_number_is_cleared_away() throws Exception {
        Files.createFile(cluster(folder).resolve("postmaster.pid"));
        try (EmbeddedDatabase database = open(folder)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void half_a_database_is_cleared_away_and_made_again_with_its_password() throws Exception {
        Path half = workshop.folder("half");
        Files.writeString(half.resolve("postgres.password"), "written-before-the-kill\n");
        Files.createDirectories(half.resolve("data-18.new-123/base/1"));
        Files.writeString(half.resolve("data-18.new-123/PG_VERSION"), "18\n");

        try (EmbeddedDatabase database = open(half)) {
            assertThat(database.password()).isEqualTo("written-before-the-kill");
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
        assertThat(namesIn(half))
                .containsExactly(
                        "data-18",
                        "postgres.log",
                        "postgres.password",
                        "postgresql-18.6.0",
                        "server.home",
                        "start.lock",
                        "use.lock");
    }

    @Test
    void a_process_that_is_killed_while_it_makes_its_database_leaves_room_for_the_next() throws Exception {
        Path begun = workshop.folder("begun");
        try (ServerUserProcess killed = ServerUserProcess.of(begun)) {
            Deadline deadline = Deadline.in(Duration.ofSeconds(30));
            while (!makesADatabase(begun) && !deadline.isOver()) {
                Thread.sleep(1);
            }
            killed.kill();
        }
        assertThat(cluster(begun)).doesNotExist();

        try (EmbeddedDatabase database = open(begun)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
        assertThat(namesIn(begun))
                .containsExactly(
                        "data-18",
                        "postgres.log",
                        "postgres.password",
                        "postgresql-18.6.0",
                        "server.home",
                        "start.lock",
                        "use.lock");
    }

    private static boolean makesADatabase(Path folder) throws IOException {
        for (String name : namesIn(folder)) {
            if (name.startsWith("data-18.new")
                    && Files.exists(folder.resolve(name).resolve("PG_VERSION"))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void a_database_without_its_password_is_refused() throws Exception {
        Path lost = parent.resolve("lost.password");
        Files.move(folder.resolve("postgres.password"), lost);
        try {
            assertThatThrownBy(() -> open(folder))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("The password file ");
            Files.writeString(folder.resolve("postgres.password"), "another\n");
            assertThatThrownBy(() -> open(folder))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("does not accept the password")
                    .hasMessageNotContaining("another");
        } finally {
            Files.move(lost, folder.resolve("postgres.password"), StandardCopyOption.REPLACE_EXISTING);
        }
        open(folder).close();
    }

    @Test
    void a_server_that_does_not_start_reports_why() throws Exception {
        Path broken = workshop.copy(folder, "broken");
        Files.writeString(cluster(broken).resolve("postgresql.conf"), "no_such_setting = 1\n");
        assertThatThrownBy(() -> open(broken))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageStartingWith("The PostgreSQL in " + broken + " does not start. ")
                .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"")
                .hasMessageNotContaining(
                        Files.readString(broken.resolve("postgres.password")).strip());
    }

    @Test
    void a_database_of_another_version_is_reported() throws Exception {
        Path older = workshop.copy(folder, "older");
        Files.writeString(cluster(older).resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> open(older))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(
                        "initialized by PostgreSQL version 17, which is not compatible with this version 18.6");
    }

    private static int portOf(EmbeddedDatabase database) {
        return Integer.parseInt(database.url().replaceAll(".*:(\\d+)/.*", "$1"));
    }
}
