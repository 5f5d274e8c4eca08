package dev.streakline.persistence.embedded;

import static dev.streakline.persistence.embedded.ServerWorkshop.ask;
import static dev.streakline.persistence.embedded.ServerWorkshop.cluster;
import static dev.streakline.persistence.embedded.ServerWorkshop.connect;
import static dev.streakline.persistence.embedded.ServerWorkshop.kill;
import static dev.streakline.persistence.embedded.ServerWorkshop.killServerWithItsChildren;
import static dev.streakline.persistence.embedded.ServerWorkshop.open;
import static dev.streakline.persistence.embedded.ServerWorkshop.postmaster;
import static dev.streakline.persistence.embedded.ServerWorkshop.runningPostmaster;
import static dev.streakline.persistence.embedded.ServerWorkshop.tell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that ends while it is used, and comes back. */
class ReturningServerTest {
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(10);

    @TempDir
    private static Path parent;

    private static ServerWorkshop workshop;
    private static Path folder;

    private final List<String> words = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void make_a_database() throws IOException, InterruptedException {
        workshop = new ServerWorkshop(parent);
        folder = workshop.folder("returning");
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

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "QUIT", "INT", "TERM"})
    void a_server_that_a_signal_ends_is_back_within_ten_seconds(String signal) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, words::add);
                Connection busy = connect(database)) {
            tell(database, "drop table if exists committed; create table committed as select 42 as answer");
            long before = runningPostmaster(folder);
            send(signal, before);

            assertThat(answerOf(database)).isEqualTo("42");
            assertThat(runningPostmaster(folder)).isNotEqualTo(before);
            // A smart shutdown would wait for this session for ever.
            assertThat(busy.isValid(1)).isFalse();
            assertThat(database.awaitServer()).isTrue();
            assertThat(database.trouble()).isNull();
        }
        assertThat(words).hasSize(2);
        assertThat(words.get(0)).startsWith("the database server has stopped and is being started again");
        assertThat(words.get(1)).matches("the database server is back after \\d+ s");
    }

    @Test
    void two_processes_that_lose_their_server_meet_at_the_next_one() throws Exception {
        try (ServerUserProcess other = ServerUserProcess.of(folder);
                EmbeddedDatabase database = open(folder)) {
            assertThat(other.url()).isEqualTo(database.url());
            long before = runningPostmaster(folder);
            killServerWithItsChildren(folder);

            assertThat(answerOf(database, "select 1")).isEqualTo("1");
            long after = runningPostmaster(folder);
            assertThat(after).isNotEqualTo(before);
            other.leave();
            assertThat(ask(database, "select 1")).isEqualTo("1");
            assertThat(runningPostmaster(folder)).isEqualTo(after);
        }
    }

    @Test
    void a_server_that_cannot_start_is_tried_again_and_reports_why_once() throws Exception {
        Path settings = cluster(folder).resolve("postgresql.conf");
        String proper = Files.readString(settings);
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, words::add)) {
            Files.writeString(settings, "no_such_setting = 1\n");
            killServerWithItsChildren(folder);
            Deadline deadline = Deadline.in(Duration.ofSeconds(10));
            while (words.size() < 2 && !deadline.isOver()) {
                Deadline.pause();
            }
            Thread.sleep(1_500);
            assertThat(words).hasSize(2);
            assertThat(words.get(1))
                    .startsWith("the database server cannot be started yet, and is tried again: The PostgreSQL in ")
                    .contains("no_such_setting")
                    .doesNotContain("Make room");
            assertThat(database.trouble()).contains("has stopped").contains("does not start");
            assertThat(postmaster(folder)).isEmpty();

            Files.writeString(settings, proper);
            assertThat(database.awaitServer()).isTrue();
            assertThat(ask(database, "select 1")).isEqualTo("1");
        } finally {
            Files.writeString(settings, proper);
        }
    }

    @Test
    void a_database_that_is_closed_while_its_server_is_away_ends_soon_and_leaves_nothing() throws Exception {
        EmbeddedDatabase database = open(folder);
        kill(ProcessHandle.of(runningPostmaster(folder)).orElseThrow());
        Deadline deadline = Deadline.in(LONGEST_ABSENCE);
        database.close();
        assertThat(deadline.isOver()).isFalse();
        Thread.sleep(500);
        assertThat(postmaster(folder)).isEmpty();
    }

    private static String answerOf(EmbeddedDatabase database) throws Exception {
        return answerOf(database, "select answer from committed");
    }

    /** Tries until a server that was started later answers. */
    private static String answerOf(EmbeddedDatabase database, String question) throws Exception {
        DataSource connections = database.connections(Duration.ofSeconds(1), Duration.ofSeconds(5));
        String before = database.url();
        Deadline deadline = Deadline.in(LONGEST_ABSENCE);
        while (true) {
            try (Connection connection = connections.getConnection();
                    var answer = connection.createStatement().executeQuery(question)) {
                if (!database.url().equals(before)) {
                    answer.next();
                    return String.valueOf(answer.getString(1));
                }
            } catch (SQLException away) {
                assertThat(deadline.isOver()).as("is away: %s", away).isFalse();
            }
            assertThat(deadline.isOver()).as("does not come back").isFalse();
            Deadline.pause();
        }
    }

    private static void send(String signal, long process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }
}
