package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is in the folder, and how things come to be there: whole or not at all.
 *
 * @param path the folder, without symbolic links
 */
record ServerFolder(Path path) {

    /** For directories that nobody else may look into. */
    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_DIRECTORY = permissions("rwx------");

    /** For files that nobody else may read. */
    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE = permissions("rw-------");

    private static final String CLUSTER = "data-";
    private static final String UNFINISHED = ".new";
    private static final Duration TO_LET_GO = Duration.ofSeconds(10);

    /** What the root of an empty disk holds. */
    private static final String OF_THE_DISK = "lost+found";

    /** PostgreSQL's programs call each other through a shell, with the path in double quotes. */
    private static final Pattern BREAKS_IN_A_SHELL = Pattern.compile("[\"$`\\\\\\n\\r]");

    /**
     * The folder at that path, created where there is none.
     *
     * @throws IOException when it cannot be created
     * @throws DatabaseUnavailable when PostgreSQL cannot live at a path with such letters, or other things live there
     */
    static ServerFolder at(Path path) throws IOException {
        if (BREAKS_IN_A_SHELL.matcher(path.toAbsolutePath().toString()).find()) {
            throw new DatabaseUnavailable(
                    "Cannot keep a database in " + path + ": PostgreSQL's programs cannot work below"
                            + " a folder with a quotation mark, a dollar, a backtick, a backslash or a line break in its name."
                            + " Choose another folder.");
        }
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, PRIVATE_DIRECTORY);
        }
        ServerFolder folder = new ServerFolder(path.toRealPath());
        folder.refuseOtherThings();
        return folder;
    }

    /** The first to come finds nothing here, and locks the door before anything else; whoever finds more finds that. */
    private void refuseOtherThings() throws IOException {
        Optional<Path> other;
        try (Stream<Path> entries = Files.list(path)) {
            other = entries.filter(entry -> !entry.endsWith(OF_THE_DISK)).findFirst();
        }
        if (other.isPresent() && !Files.exists(doorLock())) {
            throw new DatabaseUnavailable("Cannot make a database in " + path + ": it holds other things, such as "
                    + other.get().getFileName() + ". Choose an empty folder, or one that does not exist yet.");
        }
    }

    /**
     * Refuses a database that belongs to another user: PostgreSQL works for its owner only.
     *
     * @throws DatabaseUnavailable when it does
     */
    void refuseAnotherOwner() throws IOException {
        if (Files.exists(cluster()) && !isOurs(cluster())) {
            throw DatabaseUnavailable.ofAnotherUser(cluster());
        }
    }

    /** Takes from others the right to read the database, where somebody gave it: PostgreSQL refuses to work then. */
    void closeToOthers() throws IOException {
        if (isOurs(cluster())) {
            Set<PosixFilePermission> ours = PosixFilePermissions.fromString("rwx------");
            if (!Files.getPosixFilePermissions(cluster()).equals(ours)) {
                Files.setPosixFilePermissions(cluster(), ours);
            }
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
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(entry -> entry.getFileName().toString().matches(CLUSTER + "\\d+"))
                    .toList();
        }
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

    /** Where the last server was started. */
    Path home() {
        return path.resolve("server.home");
    }

    /** Locked while a process is at the door. */
    Path doorLock() {
        return path.resolve("start.lock");
    }

    /** Locked, and shared, by every tenant. */
    Path tenantsLock() {
        return path.resolve("use.lock");
    }

    /**
     * Makes a directory: elsewhere, and moved to its place when it is finished. Where it is made always has another name,
     * for a program that outlived its killed parent may still be writing into the last one. What is left over of earlier
     * attempts is deleted.
     *
     * @throws IOException when that fails; there is nothing at the place then
     */
    static void make(Path place, Making making) throws IOException, InterruptedException {
        String prefix = place.getFileName() + UNFINISHED;
        Path beside = place.toAbsolutePath().resolveSibling("");
        for (Path leftOver : startingWith(prefix, beside)) {
            delete(leftOver);
        }
        Path unfinished = Files.createTempDirectory(beside, prefix + "-", PRIVATE_DIRECTORY);
        try {
            making.in(unfinished);
            finish(unfinished, place);
        } finally {
            delete(unfinished);
        }
    }

    /** Moves what is at a place out of the way, where {@link #make} deletes it; nothing may be there. */
    static void discard(Path place) throws IOException, InterruptedException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            Path aside = place.resolveSibling(place.getFileName() + UNFINISHED + "-discarded");
            delete(aside);
            Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Fills a new directory. */
    @FunctionalInterface
    interface Making {
        void in(Path directory) throws IOException, InterruptedException;
    }

    private static List<Path> startingWith(String prefix, Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    /** Moves what is finished to its place, and writes the move to the disk. */
    static void finish(Path unfinished, Path place) throws IOException {
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        force(place.toAbsolutePath().resolveSibling(""));
    }

    /** Writes a file, or the entries of a directory, to the disk. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Deletes a file or a directory, also one that a program whose end is near is still writing into. */
    private static void delete(Path path) throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(TO_LET_GO);
        while (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            try {
                deleteWhatIsThere(path);
            } catch (DirectoryNotEmptyException written) {
                if (deadline.isOver()) {
                    throw written;
                }
                Deadline.pause();
            }
        }
    }

    /** Not what symbolic links point to. */
    private static void deleteWhatIsThere(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
