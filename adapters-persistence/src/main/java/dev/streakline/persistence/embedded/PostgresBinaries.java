package dev.streakline.persistence.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, in the jar of this program.
 *
 * @param archive a tar archive compressed with xz
 */
record PostgresBinaries(URL archive) {

    /** The version of the artifact with the binaries; PostgreSQL leaves out the last number. */
    static final String VERSION = "18.6.0";

    static final int MAJOR_VERSION = 18;

    /** Java's names, and those of the archives. */
    private static final Map<String, String> PROCESSORS = Map.of("amd64", "x86_64", "aarch64", "arm_64");

    /** The list of what was unpacked: a line each of size in bytes, a space and path. */
    private static final String LIST = "unpacked.list";

    private static final int EXECUTABLE_BY_OWNER = 0100;

    /**
     * The binaries for this machine.
     *
     * @throws DatabaseUnavailableException when this build carries none for it
     */
    static PostgresBinaries forThisMachine() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** The binaries for an operating system and a processor, by Java's names: {@code Linux} and {@code amd64} for example. */
    static PostgresBinaries of(String system, String processor) {
        String resource = "/postgres-" + system.toLowerCase(Locale.ROOT) + "-"
                + PROCESSORS.getOrDefault(processor, processor) + ".txz";
        @Nullable URL archive = PostgresBinaries.class.getResource(resource);
        if (archive == null) {
            throw new DatabaseUnavailableException("This build has no PostgreSQL binaries for " + system + " on "
                    + processor
                    + ". Run it on a platform that it was built for, or " + DatabaseUnavailableException.ELSEWHERE
                    + ".");
        }
        return new PostgresBinaries(archive);
    }

    /**
     * Unpacks them unless they are there already. If some were deleted or cut short, all are unpacked again.
     *
     * @param directory to be made
     * @throws IOException when that fails, or the archive contains what does not belong there
     */
    void unpackTo(Path directory, Consumer<String> words) throws IOException, InterruptedException {
        if (isComplete(directory)) {
            return;
        }
        ServerFolder.discard(directory);
        words.accept("unpacking PostgreSQL " + VERSION.replaceFirst("\\.0$", ""));
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream unpacked = new TarArchiveInputStream(new XZInputStream(packed))) {
            ServerFolder.make(directory, unfinished -> {
                List<String> lines = new ArrayList<>();
                // Flushed to the disk at the end: a third of the time of flushing file by file.
                for (Path file : unpack(unpacked, unfinished)) {
                    lines.add(size(file) + " " + unfinished.relativize(file));
                    if (!Files.isSymbolicLink(file)) {
                        ServerFolder.force(file);
                    }
                }
                ServerFolder.force(Files.write(unfinished.resolve(LIST), lines));
            });
        }
    }

    /** Whether the directory has the list of what was unpacked, and each file of the list with its size. */
    static boolean isComplete(Path directory) throws IOException {
        try {
            for (String line : Files.readAllLines(directory.resolve(LIST))) {
                int space = line.indexOf(' ');
                if (size(directory.resolve(line.substring(space + 1))) != Long.parseLong(line.substring(0, space))) {
                    return false;
                }
            }
            return true;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    /** Of symbolic links, not of what they point to. */
    private static long size(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .size();
    }

    /**
     * Unpacks an archive into a directory.
     *
     * @return the files and symbolic links
     */
    static List<Path> unpack(TarArchiveInputStream archive, Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path path = inside(directory, directory.resolve(entry.getName()), entry);
            Files.createDirectories(entry.isDirectory() ? path : path.getParent());
            if (entry.isSymbolicLink()) {
                inside(directory, path.resolveSibling(entry.getLinkName()), entry);
                files.add(Files.createSymbolicLink(path, Path.of(entry.getLinkName())));
            } else if (entry.getLinkFlag() == TarConstants.LF_NORMAL) {
                Files.copy(archive, path);
                String mode = (entry.getMode() & EXECUTABLE_BY_OWNER) == 0 ? "rw-------" : "rwx------";
                files.add(Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode)));
            } else if (!entry.isDirectory()) {
                throw new IOException("the archive's entry " + entry.getName() + " is of a kind that is not expected");
            }
        }
        return files;
    }

    private static Path inside(Path directory, Path path, TarArchiveEntry entry) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(directory)) {
            throw new IOException("the archive's entry " + entry.getName() + " points out of the archive");
        }
        return normal;
    }
}
