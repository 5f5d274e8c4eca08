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
 * The living processes of one cluster's server, by Linux's list: named {@code postgres}, working in the cluster's
 * directory, and not dead. A killed process that no parent has reaped is dead, although its number can still be
 * signalled. Those of other containers are not listed. The directory is identified by device and inode: it can have
 * several paths, and can have moved.
 *
 * <p>The first of them, the postmaster, writes its number and port into {@code postmaster.pid}, line by line while it
 * starts. The file remains when it is killed.
 */
record ServerProcesses(Path cluster) {
    private static final Path PROC = Path.of("/proc");
    private static final int LINE_OF_THE_NUMBER = 0;
    private static final int LINE_OF_THE_PATH = 1;
    private static final int LINE_OF_THE_PORT = 3;
    private static final int LINE_OF_THE_STATE = 7;

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }

    /** The postmaster's process id; empty when none is alive, also when another program has its number now. */
    OptionalLong postmaster() throws IOException {
        OptionalInt number = number(LINE_OF_THE_NUMBER);
        return number.isPresent() && isOfTheServer(PROC.resolve("" + number.getAsInt()))
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

    /** Whether one of them is a postmaster, also without its file: the others have a title instead of a command. */
    boolean havePostmaster() throws IOException {
        for (Path process : all()) {
            try {
                if (!text(process.resolve("cmdline")).startsWith("postgres:")) {
                    return true;
                }
            } catch (IOException gone) {
                // It has ended since.
            }
        }
        return false;
    }

    /** Whether there is a postmaster's file, which a killed one leaves behind. */
    boolean haveFile() {
        return Files.exists(file());
    }

    /** The path where the postmaster found its cluster; empty when it still leads there. */
    Optional<Path> formerCluster(long postmaster) throws IOException {
        Object key = FileKeys.of(cluster);
        // The postmaster's root is another one when it sees other mounts.
        Path root = PROC.resolve(postmaster + "/root");
        return line(LINE_OF_THE_PATH)
                .filter(path -> path.startsWith("/"))
                .map(Path::of)
                .filter(path -> !path.equals(cluster) && !FileKeys.isAt(path, key))
                .filter(path -> !FileKeys.isAt(root.resolve(path.toString().substring(1)), key));
    }

    /** Kills them all; they take a moment to be gone. */
    void kill() throws IOException {
        for (Path process : all()) {
            ProcessHandle.of(Long.parseLong("" + process.getFileName())).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /**
     * Deletes the file of a killed postmaster. The next one would take it for a running server's if another program, or
     * an unreaped process, has its number now.
     */
    void forgetPostmaster() throws IOException {
        Files.deleteIfExists(file());
    }

    /** Whether the postmaster has announced its end. */
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
            return Files.readAllLines(file()).stream().skip(line).findFirst().map(String::strip);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    private List<Path> all() throws IOException {
        List<Path> processes = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[1-9]*")) {
            for (Path entry : entries) {
                if (isOfTheServer(entry)) {
                    processes.add(entry);
                }
            }
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        return processes;
    }

    /**
     * Whether a process belongs to the server.
     *
     * @throws IOException when nothing can be read now, as when this process has too many open files. An unseen server
     *     would be taken for dead, and another started beside it
     */
    private boolean isOfTheServer(Path process) throws IOException {
        try {
            return text(process.resolve("comm")).strip().equals("postgres")
                    && isAlive(text(process.resolve("stat")))
                    && FileKeys.isAt(process.resolve("cwd"), FileKeys.of(cluster));
        } catch (IOException gone) {
            // It has ended since, or belongs to another user. This process can always be read.
            text(PROC.resolve("self/comm"));
            return false;
        }
    }

    /** The state follows the name, which is in parentheses and can contain some. */
    private static boolean isAlive(String stat) {
        char state = stat.charAt(stat.lastIndexOf(')') + 2);
        return state != 'Z' && state != 'X';
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
