package dev.streakline.persistence.embedded;

import static dev.streakline.persistence.embedded.ServerWorkshop.ask;
import static dev.streakline.persistence.embedded.ServerWorkshop.namesIn;
import static dev.streakline.persistence.embedded.ServerWorkshop.open;
import static dev.streakline.persistence.embedded.ServerWorkshop.postmaster;
import static dev.streakline.persistence.embedded.ServerWorkshop.runningPostmaster;
import static dev.streakline.persistence.embedded.ServerWorkshop.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseTest {

    @TempDir
    private static Path parent;

    private static ServerWorkshop workshop;
    private static Path folder;

    @BeforeAll
    static void make_a_folder() throws IOException, InterruptedException {
        workshop = new ServerWorkshop(parent);
        folder = workshop.folder("an owner's folder");
    }

    @AfterEach
    void nobody_is_left() throws IOException {
        assertThat(postmaster(folder)).isEmpty();
    }

    @AfterAll
    static void clear() throws IOException {
        workshop.clear();
    }

    @Nested
    class In_an_empty_folder {

        @Test
        void unpacks_makes_a_database_and_answers() throws SQLException, IOException {
            Path empty = parent.resolve("not there/yet");
            List<String> words = new ArrayList<>();
            try (EmbeddedDatabase database = EmbeddedDatabase.open(empty, words::add)) {
                assertThat(ask(database, "select current_database() || ' of ' || current_user"))
                        .isEqualTo("postgres of postgres");
                assertThat(ask(database, "show server_version")).isEqualTo("18.6");
            }
            assertThat(words)
                    .containsExactly("unpacking PostgreSQL 18.6", "creating a new database in " + empty.toRealPath());
            assertThat(namesIn(empty))
                    .containsExactly(
                            "data-18",
                            "postgres.log",
                            "postgres.password",
                            "postgresql-18.6.0",
                            "server.home",
                            "start.lock",
                            "use.lock");
            assertThat(empty).satisfies(is("rwx------"));
        }

        @Test
        void nobody_else_may_read_the_password() throws SQLException {
            try (EmbeddedDatabase database = open(folder)) {
                assertThat(folder.resolve("postgres.password"))
                        .satisfies(is("rw-------"))
                        .content()
                        .isEqualTo(database.password() + "\n");
                assertThat(database.password()).matches("[A-Za-z0-9_-]{32}");
                assertThat(database.url()).doesNotContain(database.password());
            }
        }
    }

    @Nested
    class Its_server {

        @Test
        void loses_no_commit_and_listens_to_this_machine_only() throws SQLException {
            try (EmbeddedDatabase database = open(folder)) {
                assertThat(ask(database, """
                                select string_agg(name || '=' || setting, ' ' order by name) from pg_settings
                                where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums',
                                    'listen_addresses', 'unix_socket_directories', 'server_encoding')
                                """))
                        .isEqualTo("data_checksums=on fsync=on full_page_writes=on listen_addresses=127.0.0.1"
                                + " server_encoding=UTF8 synchronous_commit=on unix_socket_directories=");
                assertThat(ask(database, "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"))
                        .isEqualTo("scram-sha-256");
            }
        }

        @Test
        void sorts_by_code_points() throws SQLException {
            try (EmbeddedDatabase database = open(folder)) {
                assertThat(
                                ask(
                                        database,
                                        "select string_agg(word, '' order by word) from (values ('ä'), ('a'), ('B'), ('z')) as words (word)"))
                        .isEqualTo("Bazä");
            }
        }

        @Test
        void lets_nobody_in_without_the_password() {
            try (EmbeddedDatabase database = open(folder)) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "guessed"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }

        @Test
        void does_not_hear_ctrl_c_in_this_terminal() throws IOException {
            EmbeddedDatabase database = open(folder);
            long postmaster = runningPostmaster(folder);
            String session = ServerWorkshop.stat(postmaster, 3);
            database.close();
            assertThat(session)
                    .isNotEqualTo(ServerWorkshop.stat(ProcessHandle.current().pid(), 3));
        }
    }

    @Nested
    class Opened_twice_in_one_process {

        @Test
        void is_one_server() throws SQLException {
            try (EmbeddedDatabase one = open(folder);
                    EmbeddedDatabase other = open(folder)) {
                assertThat(other.url()).isEqualTo(one.url());
                assertThat(ask(other, "select 1")).isEqualTo("1");
            }
        }

        @Test
        void runs_until_the_last_has_closed_it() throws SQLException, IOException {
            EmbeddedDatabase one = open(folder);
            EmbeddedDatabase other = open(folder);
            one.close();
            one.close();
            assertThat(ask(other, "select 1")).isEqualTo("1");
            other.close();
            assertThat(postmaster(folder)).isEmpty();
        }

        @Test
        void may_be_opened_by_several_threads_at_once() throws IOException, InterruptedException, ExecutionException {
            List<CompletableFuture<EmbeddedDatabase>> opening = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> open(folder)))
                    .limit(4)
                    .toList();
            List<String> urls = new ArrayList<>();
            for (CompletableFuture<EmbeddedDatabase> opened : opening) {
                urls.add(opened.get().url());
            }
            assertThat(urls).hasSize(4).containsOnly(urls.get(0));
            opening.parallelStream().forEach(opened -> opened.join().close());
            assertThat(postmaster(folder)).isEmpty();
        }
    }

    @Nested
    class Opened_by_two_processes {

        @Test
        void is_one_server_that_the_last_one_stops() throws Exception {
            Path empty = workshop.folder("two at once");
            try (ServerUserProcess one = ServerUserProcess.of(empty);
                    ServerUserProcess other = ServerUserProcess.of(empty)) {
                assertThat(one.url()).startsWith("jdbc:postgresql://127.0.0.1:").isEqualTo(other.url());
                one.leave();
                assertThat(postmaster(empty)).isPresent();
                try (EmbeddedDatabase here = open(empty)) {
                    other.leave();
                    assertThat(ask(here, "select 1")).isEqualTo("1");
                }
                assertThat(postmaster(empty)).isEmpty();
            }
        }
    }

    @Nested
    class Opened_by_an_ordinary_user {
        private static String classPath;

        @BeforeAll
        static void let_nobody_read_the_classes() throws IOException {
            assumeThat(System.getProperty("user.name"))
                    .as("else all tests are theirs")
                    .isEqualTo("root");
            Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
            classPath = readableClassPath();
        }

        @Test
        void is_that_users_own_server() throws Exception {
            Path theirs = Files.createDirectory(parent.resolve("theirs"));
            Files.setOwner(theirs, nobody());
            try (ServerUserProcess process = asNobody(theirs)) {
                assertThat(process.url()).startsWith("jdbc:postgresql://127.0.0.1:");
                assertThat(Files.getOwner(Path.of("/proc", Long.toString(runningPostmaster(theirs)))))
                        .isEqualTo(nobody());
                process.leave();
            }
            assertThat(postmaster(theirs)).isEmpty();
        }

        @Test
        void needs_a_folder_that_they_may_write_to() throws Exception {
            Path ours = Files.createDirectory(parent.resolve("ours"));
            Files.setPosixFilePermissions(ours, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (ServerUserProcess process = asNobody(ours)) {
                assertThat(process.url())
                        .startsWith("Cannot store a database in " + ours + ": permission denied for " + ours)
                        .contains("Choose a folder")
                        .contains("STREAKLINE_DATABASE_URL");
            }
        }

        private static ServerUserProcess asNobody(Path folder) throws IOException {
            return ServerUserProcess.of(
                    folder, classPath, "setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups");
        }

        private static UserPrincipal nobody() throws IOException {
            return parent.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        }

        /**
         * The home directory of the user who runs the tests may be closed to others, and contain the local repository.
         */
        private static String readableClassPath() throws IOException {
            Path copies = Files.createDirectory(parent.resolve("class path"));
            List<String> copied = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                Path copy = copies.resolve(copied.size() + "-" + Path.of(entry).getFileName());
                if (Files.exists(Path.of(entry))) {
                    ServerWorkshop.copyInto(Path.of(entry), copy);
                    copied.add(copy.toString());
                }
            }
            return String.join(File.pathSeparator, copied);
        }
    }

    @Nested
    class That_cannot_be {

        @Test
        void because_a_file_is_in_the_way_is_reported() throws IOException {
            Path file = Files.createFile(parent.resolve("a file"));
            assertThatThrownBy(() -> open(file))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageStartingWith("Cannot store a database in " + file + ": " + file + " exists already. ")
                    .hasMessageContaining("STREAKLINE_DATABASE_URL");
        }

        @Test
        void because_other_files_are_there_is_reported_and_they_stay() throws IOException {
            Path photos = Files.createDirectory(parent.resolve("photos"));
            Files.createFile(photos.resolve("cat.jpg"));
            assertThatThrownBy(() -> open(photos))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageMatching(
                            "Cannot create a database in .*/photos: it contains other files, such as cat.jpg\\. "
                                    + "Choose an empty folder, or one that does not exist yet\\.");
            assertThat(namesIn(photos)).containsExactly("cat.jpg");
        }

        @Test
        void because_another_version_made_one_is_reported() throws Exception {
            Path older = workshop.folder("older");
            Files.createDirectory(older.resolve("data-17"));
            assertThatThrownBy(() -> open(older))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageStartingWith("PostgreSQL 18, which this program includes, cannot read the database in ")
                    .hasMessageContaining("/data-17. Export it ")
                    .hasMessageContaining("STREAKLINE_DATABASE_URL");
            assertThat(namesIn(older)).doesNotContain("data-18");
        }

        @Test
        void because_nothing_can_be_written_there_is_reported() {
            Path unwritable = Path.of("/proc/streakline");
            assertThatThrownBy(() -> open(unwritable))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageMatching("Cannot store a database in /proc/streakline: "
                            + "(there is no|permission denied for) /proc/streakline\\. Choose a folder .*");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a \"word\"", "a $dollar", "a `tick`", "a \\ slash", "a\nbreak"})
        void because_a_shell_would_read_its_name_differently_is_reported(String name) {
            assertThatThrownBy(() -> open(parent.resolve(name)))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("Choose another folder.");
            assertThat(parent.resolve(name)).doesNotExist();
        }

        @Test
        void because_the_thread_is_interrupted_is_reported_and_it_stays_interrupted() {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> open(folder))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("Interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void an_interrupted_thread_closes_it_in_order() throws IOException {
        EmbeddedDatabase database = open(folder);
        Thread.currentThread().interrupt();
        assertThatCode(database::close).doesNotThrowAnyException();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(postmaster(folder)).isEmpty();
    }

    @Test
    void what_was_committed_is_there_the_next_time() throws SQLException {
        try (EmbeddedDatabase database = open(folder)) {
            tell(database, "create table kept as select 42 as answer");
        }
        try (EmbeddedDatabase database = open(folder)) {
            assertThat(ask(database, "select answer from kept")).isEqualTo("42");
        }
    }

    private static Consumer<Path> is(String permissions) {
        return path -> assertThat(PosixFilePermissions.toString(permissionsOf(path)))
                .as("permissions of %s", path)
                .isEqualTo(permissions);
    }

    private static Set<PosixFilePermission> permissionsOf(Path path) {
        try {
            return Files.getPosixFilePermissions(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
