package dev.streakline.persistence.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Folders for servers that share one set of binaries, because unpacking takes seconds. */
final class ServerWorkshop {
    private static final Path BINARIES = Path.of("target", "embedded", "postgresql-" + PostgresBinaries.VERSION);

    private final Path parent;
    private final List<Path> folders = new ArrayList<>();

    ServerWorkshop(Path parent) {
        this.parent = parent;
    }

    /** A new folder without a database. */
    Path folder(String name) throws IOException, InterruptedException {
        unpack();
        Path folder = Files.createDirectory(parent.resolve(name));
        Files.createFile(folder.resolve("start.lock"));
        Files.createSymbolicLink(folder.resolve(BINARIES.getFileName()), BINARIES.toAbsolutePath());
        folders.add(folder);
        return folder;
    }

    /** One at a time, as under a start lock: each would delete what the others have unpacked so far. */
    private static synchronized void unpack() throws IOException, InterruptedException {
        Files.createDirectories(BINARIES.getParent());
        PostgresBinaries.forThisMachine().unpackTo(BINARIES, word -> {});
    }

    /** A new folder with a copy of a database that is not running, and its password. */
    Path copy(Path original, String name) throws IOException, InterruptedException {
        Path folder = folder(name);
        copyInto(original, folder, StandardCopyOption.COPY_ATTRIBUTES);
        return folder;
    }

    /** Copies a file or a directory to a path; existing files stay. */
    static void copyInto(Path original, Path place, CopyOption... options) throws IOException {
        try (Stream<Path> entries = Files.walk(original)) {
            for (Path entry : entries.toList()) {
                Path copy = place.resolve(original.relativize(entry).toString());
                if (!Files.exists(copy)) {
                    Files.copy(entry, copy, options);
                }
            }
        }
    }

    /** Stops servers that a failed test left behind, and takes the binaries out of the folders. */
    void clear() throws IOException {
        for (Path folder : folders) {
            if (postmaster(folder).isPresent()) {
                open(folder).close();
            }
            Files.delete(folder.resolve(BINARIES.getFileName()));
        }
    }

    static EmbeddedDatabase open(Path folder) {
        return EmbeddedDatabase.open(folder, word -> {});
    }

    static String ask(EmbeddedDatabase database, String question) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            assertThat(answer.next()).isTrue();
            return String.valueOf(answer.getString(1));
        }
    }

    static void tell(EmbeddedDatabase database, String command) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** The process id of the server; empty when none runs. */
    static OptionalLong postmaster(Path folder) throws IOException {
        return new ServerProcesses(cluster(folder)).postmaster();
    }

    static long runningPostmaster(Path folder) throws IOException {
        return postmaster(folder).orElseThrow();
    }

    static Path cluster(Path folder) {
        return folder.resolve("data-18");
    }

    /** Writes a postmaster file as a killed server leaves it. */
    static void leavePostmasterFile(Path folder, long process, int port) throws IOException {
        Files.write(
                cluster(folder).resolve("postmaster.pid"),
                List.of(
                        Long.toString(process),
                        cluster(folder).toString(),
                        "1700000000",
                        Integer.toString(port),
                        "",
                        "127.0.0.1",
                        "        1         1",
                        "ready   "));
    }

    static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** Kills as {@code kill -9} does, and waits until the process has ended or is a zombie. */
    static void kill(ProcessHandle process) throws InterruptedException {
        process.destroyForcibly();
        Deadline deadline = Deadline.in(Duration.ofSeconds(10));
        while (!hasEnded(process.pid())) {
            assertThat(deadline.isOver()).as("%s lives on", process).isFalse();
            Thread.sleep(5);
        }
    }

    static void killServerWithItsChildren(Path folder) throws IOException, InterruptedException {
        ProcessHandle postmaster = ProcessHandle.of(runningPostmaster(folder)).orElseThrow();
        List<ProcessHandle> children = postmaster.children().toList();
        assertThat(children).isNotEmpty();
        kill(postmaster);
        for (ProcessHandle child : children) {
            kill(child);
        }
    }

    /** The n-th field after the name in {@code /proc/PID/stat}: 0 is the state, 3 the session. */
    static String stat(long process, int field) throws IOException {
        String stat = new String(Files.readAllBytes(Path.of("/proc", Long.toString(process), "stat")), ISO_8859_1);
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[field];
    }

    private static boolean hasEnded(long process) {
        try {
            return "Z".equals(stat(process, 0));
        } catch (IOException gone) {
            return true;
        }
    }
}
