package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The living processes of one cluster's server, as Linux lists them: named {@code postgres}, working in the cluster's
 * directory, and not dead. A process that was killed but that nobody has reaped yet is dead, although it still has a
 * number that can be signalled. Those of other containers are not listed. The directory is recognised by device and inode:
 * it may have several paths, and may have been moved.
 *
 * <p>The first of them, the postmaster, writes its number and port into {@code postmaster.pid}, line by line while it
 * starts. The file stays behind when it is killed.
 */
final class ServerProcesses {
    private static final Path PROC = Path.of("/proc");
    private static final Path OWN = PROC.resolve("self");
    private static final int LINE_OF_THE_NUMBER = 0;
    private static final int LINE_OF_THE_PATH = 1;
    private static final int LINE_OF_THE_PORT = 3;
    private static final int LINE_OF_THE_STATE = 7;

    private final Path cluster;
    private final Path postmasterFile;

    ServerProcesses(Path cluster) {
        this.cluster = cluster;
        this.postmasterFile = cluster.resolve("postmaster.pid");
    }

    /** The postmaster's process id; empty when none lives, also when its number has gone to another program since. */
    OptionalLong postmaster() throws IOException {
        OptionalInt number = number(LINE_OF_THE_NUMBER);
        return number.isPresent() && isOfTheServer(PROC.resolve(Integer.toString(number.getAsInt())))
                ? OptionalLong.of(number.getAsInt())
                : OptionalLong.empty();
    }

    /** The postmaster's port on 127.0.0.1; empty when it is not written yet. */
    OptionalInt port() throws IOException {
        return number(LINE_OF_THE_PORT);
    }

    /** Whether there is none. */
    boolean areGone() throws IOException {
        return all().isEmpty();
    }

    /** Whether one of them is a postmaster, also when its file was deleted: the others have a title instead of a command. */
    boolean havePostmaster() throws IOException {
        for (long process : all()) {
            if (!isChild(PROC.resolve(Long.toString(process)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isChild(Path process) {
        try {
            return text(process.resolve("cmdline")).startsWith("postgres:");
        } catch (IOException gone) {
            return true;
        }
    }

    /** Whether there is a postmaster's file, which a killed one leaves behind. */
    boolean haveFile() {
        return Files.exists(postmasterFile);
    }

    /** Where the postmaster found its cluster, when that is another place now; empty when it still leads there. */
    Optional<Path> formerPlace(long postmaster) throws IOException {
        Optional<Path> started =
                line(LINE_OF_THE_PATH).filter(path -> path.startsWith("/")).map(Path::of);
        if (started.isEmpty() || started.get().equals(cluster)) {
            return Optional.empty();
        }
        Object key = FileKeys.of(cluster);
        // Its root is another one when it sees other mounts.
        Path seenByIt = PROC.resolve(Long.toString(postmaster))
                .resolve("root")
                .resolve(started.get().toString().substring(1));
        return FileKeys.isAt(started.get(), key) || FileKeys.isAt(seenByIt, key) ? Optional.empty() : started;
    }

    /** Kills those that there are; they take a moment to be gone. */
    void kill() throws IOException {
        for (long process : all()) {
            ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /**
     * Deletes what a killed postmaster wrote. The next one would take it for a running server's when its number has gone
     * to another program, or to a process that nobody reaps.
     */
    void forgetPostmaster() throws IOException {
        Files.deleteIfExists(postmasterFile);
    }

    /** Whether the postmaster has said that it is about to end. */
    boolean isStopping() throws IOException {
        return line(LINE_OF_THE_STATE).filter("stopping"::equals).isPresent();
    }

    private OptionalInt number(int line) throws IOException {
        return line(line).filter(number -> number.matches("[1-9]\\d{0,8}")).stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
    }

    private Optional<String> line(int line) throws IOException {
        try {
            return Files.readAllLines(postmasterFile).stream()
                    .skip(line)
                    .findFirst()
                    .map(String::strip);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    private List<Long> all() throws IOException {
        List<Long> processes = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[1-9]*")) {
            for (Path entry : entries) {
                if (isOfTheServer(entry)) {
                    processes.add(Long.parseLong(entry.getFileName().toString()));
                }
            }
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        return processes;
    }

    /**
     * Whether it belongs to the server.
     *
     * @throws IOException when nothing can be read now, as when this process has too many files open: a server that is not
     *     seen would be taken for dead, and another started beside it
     */
    private boolean isOfTheServer(Path process) throws IOException {
        try {
            return text(process.resolve("comm")).strip().equals("postgres")
                    && isAlive(text(process.resolve("stat")))
                    && FileKeys.isAt(process.resolve("cwd"), FileKeys.of(cluster));
        } catch (IOException gone) {
            // It ended meanwhile, or belongs to somebody else. This process can always be read.
            text(OWN.resolve("comm"));
            return false;
        }
    }

    /** The state is the letter after the name, which is in parentheses and may hold more of them. */
    private static boolean isAlive(String stat) {
        char state = stat.charAt(stat.lastIndexOf(')') + 2);
        return state != 'Z' && state != 'X';
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
