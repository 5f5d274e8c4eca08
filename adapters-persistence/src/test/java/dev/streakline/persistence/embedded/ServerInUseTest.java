package dev.streakline.persistence.embedded;

import static dev.streakline.persistence.embedded.ServerWorkshop.ask;
import static dev.streakline.persistence.embedded.ServerWorkshop.cluster;
import static dev.streakline.persistence.embedded.ServerWorkshop.kill;
import static dev.streakline.persistence.embedded.ServerWorkshop.open;
import static dev.streakline.persistence.embedded.ServerWorkshop.postmaster;
import static dev.streakline.persistence.embedded.ServerWorkshop.runningPostmaster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others may do with a server that is in use: join it, and nothing else. */
class ServerInUseTest {

    @TempDir
    private static Path parent;

    private static ServerWorkshop workshop;
    private static Path folder;

    @BeforeAll
    static void make_a_database() throws IOException, InterruptedException {
        workshop = new ServerWorkshop(parent);
        folder = workshop.folder("in use");
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
    void a_folder_with_another_path_is_the_same_server() throws Exception {
        Path link = Files.createSymbolicLink(parent.resolve("link"), folder);
        try (EmbeddedDatabase one = open(folder);
                EmbeddedDatabase other = open(link);
                ServerUserProcess process = ServerUserProcess.of(link)) {
            assertThat(other.url()).isEqualTo(one.url()).isEqualTo(process.url());
            process.leave();
            assertThat(ask(one, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_folder_that_was_moved_is_refused_and_its_server_ends_with_its_user() throws Exception {
        Path before = workshop.copy(folder, "before");
        Path after = parent.resolve("after");
        try (ServerUserProcess user = ServerUserProcess.of(before)) {
            assertThat(user.url()).startsWith("jdbc:");
            long server = runningPostmaster(before);
            Files.move(before, after);
            try {
                assertThatThrownBy(() -> open(after))
                        .isInstanceOf(DatabaseUnavailableException.class)
                        .hasMessageMatching("The PostgreSQL in " + after + " was moved here from .*/before/data-18"
                                + ", and is used by process \\d+\\. Stop that first, then try again\\.");
                assertThat(runningPostmaster(after)).isEqualTo(server);
                user.leave();
                assertThat(postmaster(after)).isEmpty();
                open(after).close();
            } finally {
                Files.move(after, before);
            }
        }
    }

    @Test
    void a_folder_that_was_moved_and_is_used_by_nobody_gets_a_new_server() throws Exception {
        Path before = workshop.copy(folder, "left");
        Path after = parent.resolve("right");
        try (ServerUserProcess killed = ServerUserProcess.of(before)) {
            assertThat(killed.url()).startsWith("jdbc:");
            killed.kill();
        }
        long server = runningPostmaster(before);
        Files.move(before, after);
        try (EmbeddedDatabase database = open(after)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
            assertThat(runningPostmaster(after)).isNotEqualTo(server);
        } finally {
            Files.move(after, before);
        }
    }

    @Test
    void a_server_that_cannot_be_seen_is_joined_where_it_answers() throws Exception {
        try (EmbeddedDatabase database = open(folder);
                ServerUserProcess container = inAContainer("--mount-proc")) {
            long server = runningPostmaster(folder);
            assertThat(container.url()).isEqualTo(database.url());
            container.leave();
            assertThat(runningPostmaster(folder)).isEqualTo(server);
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_server_that_can_neither_be_seen_nor_reached_is_left_alone() throws Exception {
        try (EmbeddedDatabase database = open(folder);
                ServerUserProcess container = inAContainer("--mount-proc", "--net")) {
            long server = runningPostmaster(folder);
            assertThat(container.url())
                    .endsWith(" cannot be reached from here, and is used by a process that cannot be seen from here,"
                            + " perhaps in another container. Stop that first, then try again.");
            assertThat(cluster(folder).resolve("postmaster.pid")).exists();
            assertThat(runningPostmaster(folder)).isEqualTo(server);
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    /** A process that sees no other process of this machine. */
    private static ServerUserProcess inAContainer(String... more) throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("others need a container")
                .isEqualTo("root");
        List<String> runner = new ArrayList<>(List.of("unshare", "--pid", "--fork", "--kill-child"));
        runner.addAll(List.of(more));
        return ServerUserProcess.of(folder, System.getProperty("java.class.path"), runner.toArray(String[]::new));
    }

    @Test
    void a_start_with_a_wrong_password_leaves_no_server() throws Exception {
        Path wrong = workshop.copy(folder, "wrong");
        Files.writeString(wrong.resolve("postgres.password"), "another\n");
        assertThatThrownBy(() -> open(wrong)).hasMessageContaining("does not accept the password");
        assertThat(postmaster(wrong)).isEmpty();
        // It deletes its file just before it ends.
        Deadline deadline = Deadline.in(Duration.ofSeconds(5));
        while (!new ServerProcesses(cluster(wrong)).areGone()) {
            assertThat(deadline.isOver()).isFalse();
            Deadline.pause();
        }
    }

    @Test
    void an_empty_password_file_is_refused_at_once() throws Exception {
        Path empty = workshop.copy(folder, "empty");
        Files.writeString(empty.resolve("postgres.password"), "\n");
        assertThat(CompletableFuture.supplyAsync(() -> open(empty)))
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .withMessageContaining("is empty. Restore the file");
        Path fresh = workshop.folder("fresh");
        Files.createFile(fresh.resolve("postgres.password"));
        assertThatThrownBy(() -> open(fresh)).hasMessageContaining("is empty. Delete it");
    }

    @Test
    void a_database_of_another_user_is_refused_with_the_name_of_that_user() throws Exception {
        assumeThat(System.getProperty("user.name"))
                .as("only root gives files away")
                .isEqualTo("root");
        Path theirs = workshop.copy(folder, "theirs");
        Files.setOwner(
                cluster(theirs),
                theirs.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        assertThatThrownBy(() -> open(theirs))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageStartingWith("The database in " + cluster(theirs) + " belongs to the user nobody."
                        + " Run this as that user: sudo -u nobody streakline");
    }

    @Test
    void a_database_that_others_may_read_is_closed_to_them() throws Exception {
        Files.setPosixFilePermissions(cluster(folder), PosixFilePermissions.fromString("rwxrwxr-x"));
        try (EmbeddedDatabase database = open(folder)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cluster(folder))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_postmaster_without_its_file_is_not_killed_under_its_users() throws Exception {
        Path bare = workshop.copy(folder, "bare");
        try (ServerUserProcess one = ServerUserProcess.of(bare);
                ServerUserProcess other = ServerUserProcess.of(bare)) {
            assertThat(one.url()).startsWith("jdbc:").isEqualTo(other.url());
            ProcessHandle server = ProcessHandle.of(runningPostmaster(bare)).orElseThrow();
            Path file = cluster(bare).resolve("postmaster.pid");
            String written = Files.readString(file);
            Files.delete(file);
            Thread.sleep(3_000);
            assertThat(server.isAlive()).isTrue();
            Files.writeString(file, written);
            one.leave();
            other.leave();
        }
        assertThat(postmaster(bare)).isEmpty();
    }

    @Test
    void the_process_that_is_at_the_door_is_named() throws Exception {
        try (ServerUserProcess user = ServerUserProcess.of(folder)) {
            assertThat(user.url()).startsWith("jdbc:");
            assertThat(LockHolders.of(folder.resolve("use.lock"))).matches("process \\d+");
            assertThat(LockHolders.of(folder.resolve("start.lock"))).startsWith("a process that cannot be seen");
            user.leave();
        }
    }

    @Test
    void processes_that_were_killed_use_nothing_any_more() throws Exception {
        try (ServerUserProcess killed = ServerUserProcess.of(folder)) {
            assertThat(killed.url()).startsWith("jdbc:");
            killed.kill();
        }
        kill(ProcessHandle.of(runningPostmaster(folder)).orElseThrow());
        open(folder).close();
    }
}
