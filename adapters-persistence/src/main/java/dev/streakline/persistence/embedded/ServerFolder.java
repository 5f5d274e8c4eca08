package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The paths in the folder, and how files and directories are made there: whole or not at all.
 *
 * @param path the folder, without symbolic links
 */
record ServerFolder(Path path) {

    /** For files that only the owner may read. */
    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_DIRECTORY =
            PosixFilePermissions.asFileAttribute(OWNER_ONLY);

    private static final String CLUSTER = "data-";
    private static final String UNFINISHED = ".new";
    private static final Duration TO_DELETE = Duration.ofSeconds(10);

    /** PostgreSQL's programs call each other through a shell, with the path in double quotes. */
    private static final Pattern BREAKS_IN_A_SHELL = Pattern.compile("[\"$`\\\\\\n\\r]");

    /**
     * The folder at a path, created where there is none.
     *
     * @throws IOException when it cannot be created
     * @throws DatabaseUnavailableException when PostgreSQL does not work at such a path, or the folder contains other
     *     files
     */
    static ServerFolder at(Path path) throws IOException {
        if (BREAKS_IN_A_SHELL.matcher(path.toAbsolutePath().toString()).find()) {
            throw new DatabaseUnavailableException(
                    "Cannot store a database in " + path + ": PostgreSQL's programs cannot work below"
                            + " a folder whose name has a quotation mark, a dollar sign, a backtick, a backslash or a line break."
                            + " Choose another folder.");
        }
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, PRIVATE_DIRECTORY);
        }
        ServerFolder folder = new ServerFolder(path.toRealPath());
        folder.refuseOtherFiles();
        return folder;
    }

    /** The first process finds an empty folder, or the root of an empty disk, and makes the start lock before anything else. */
    private void refuseOtherFiles() throws IOException {
        List<Path> others = entries(path, name -> !name.equals("lost+found"));
        if (!others.isEmpty() && !Files.exists(startLock())) {
            throw new DatabaseUnavailableException("Cannot create a database in " + path
                    + ": it contains other files, such as " + others.get(0).getFileName()
                    + ". Choose an empty folder, or one that does not exist yet.");
        }
    }

    /**
     * Refuses a database of another user: PostgreSQL works for its owner only.
     *
     * @throws DatabaseUnavailableException when it is one
     */
    void refuseAnotherOwner() throws IOException {
        if (Files.exists(cluster()) && !isOurs(cluster())) {
            throw DatabaseUnavailableException.ofAnotherUser(cluster());
        }
    }

    /**
     * Takes the right to read the database from other users, where it was granted: PostgreSQL refuses to work with it.
     */
    void closeToOthers() throws IOException {
        if (isOurs(cluster()) && !Files.getPosixFilePermissions(cluster()).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(cluster(), OWNER_ONLY);
        }
    }

    private static boolean isOurs(Path path) throws IOException {
        return Files.getAttribute(path, "unix:uid").equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    Path binaries() {
        return path.resolve("postgresql-" + PostgresBinaries.VERSION);
    }

    /** The cluster; a major version cannot read that of another one. */
    Path cluster() {
        return path.resolve(CLUSTER + PostgresBinaries.MAJOR_VERSION);
    }

    /** That one, and those that other versions of this program made here. */
    List<Path> clustersOfAnyVersion() throws IOException {
        return entries(path, name -> name.matches(CLUSTER + "\\d+"));
    }

    Path password() {
        return path.resolve("postgres.password");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    /** The log of the start before this one. */
    Path earlierLog() {
        return path.resolve("postgres.log.before");
    }

    /** The record of where the last server was started. */
    Path home() {
        return path.resolve("server.home");
    }

    /** Locked while a process starts, adopts or stops the server. */
    Path startLock() {
        return path.resolve("start.lock");
    }

    /** Locked, and shared, by every user. */
    Path useLock() {
        return path.resolve("use.lock");
    }

    /**
     * Makes a directory under another name, and moves it to its path when it is finished. The other name is new each time: a
     * program that outlived its killed parent may still write into the last one. Leftovers of earlier attempts are deleted.
     *
     * @throws IOException when that fails; there is nothing at the path then
     */
    static void make(Path directory, Making making) throws IOException, InterruptedException {
        String prefix = directory.getFileName() + UNFINISHED;
        Path parent = directory.toAbsolutePath().resolveSibling("");
        for (Path leftover : entries(parent, name -> name.startsWith(prefix))) {
            delete(leftover);
        }
        Path unfinished = Files.createTempDirectory(parent, prefix + "-", PRIVATE_DIRECTORY);
        try {
            making.in(unfinished);
            finish(unfinished, directory);
        } finally {
            delete(unfinished);
        }
    }

    /** Fills a new directory. */
    @FunctionalInterface
    interface Making {
        void in(Path directory) throws IOException, InterruptedException;
    }

    /** Moves a directory out of the way, where {@link #make} deletes it; there may be none. */
    static void discard(Path directory) throws IOException, InterruptedException {
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Path aside = directory.resolveSibling(directory.getFileName() + UNFINISHED + "-discarded");
            delete(aside);
            Files.move(directory, aside, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static List<Path> entries(Path directory, Predicate<String> name) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> name.test(entry.getFileName().toString()))
                    .toList();
        }
    }

    /** Writes a file that only the owner may read: whole, and to the disk. */
    static void write(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PRIVATE_FILE);
        Files.writeString(unfinished, text);
        force(unfinished);
        finish(unfinished, file);
    }

    /** Moves what is finished to its path, and writes the move to the disk. */
    private static void finish(Path unfinished, Path path) throws IOException {
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        force(path.toAbsolutePath().resolveSibling(""));
    }

    /** Writes a file, or the entries of a directory, to the disk. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Deletes a file or a directory, also one into which a program that is about to end still writes. */
    private static void delete(Path path) throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(TO_DELETE);
        while (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            } catch (UncheckedIOException walked) {
                if (!(walked.getCause() instanceof NoSuchFileException)) {
                    throw walked.getCause();
                }
            } catch (DirectoryNotEmptyException written) {
                if (deadline.isOver()) {
                    throw written;
                }
                Deadline.pause();
            }
        }
    }
}
