package dev.streakline.persistence.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** PostgreSQL's programs, as the jar of this program carries them: a tar archive compressed with xz. */
final class PostgresBinaries {

    /** As the artifact with the binaries is numbered; PostgreSQL leaves out the last number. */
    static final String VERSION = "18.6.0";

    static final int MAJOR_VERSION = 18;

    /** As Java names them, and as the archive does. */
    private static final Map<String, String> PROCESSORS = Map.of("amd64", "x86_64", "aarch64", "arm_64");

    private static final int EXECUTABLE_BY_OWNER = 0100;

    private final URL archive;

    private PostgresBinaries(URL archive) {
        this.archive = archive;
    }

    /**
     * Those for the machine that this program runs on.
     *
     * @throws DatabaseUnavailable when this build carries none for it
     */
    static PostgresBinaries forThisMachine() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** Those for an operating system on a processor, as Java names them: {@code Linux} on {@code amd64} for example. */
    static PostgresBinaries of(String system, String processor) {
        String resource = "/postgres-" + system.toLowerCase(Locale.ROOT) + "-"
                + PROCESSORS.getOrDefault(processor, processor) + ".txz";
        @Nullable URL archive = PostgresBinaries.class.getResource(resource);
        if (archive == null) {
            throw new DatabaseUnavailable("No PostgreSQL binaries for " + system + " on " + processor
                    + " are in this build. Run it where it was built for, or " + DatabaseUnavailable.ELSEWHERE + ".");
        }
        return new PostgresBinaries(archive);
    }

    /**
     * Unpacks them unless they are there already. When some of them were deleted or cut short, all are unpacked again.
     *
     * @param place the directory to be made
     * @throws IOException when that fails, or the archive holds what does not belong there
     */
    void unpackTo(Path place, Consumer<String> notices) throws IOException, InterruptedException {
        if (UnpackedFiles.areAllIn(place)) {
            return;
        }
        ServerFolder.discard(place);
        notices.accept("unpacking PostgreSQL " + VERSION.replaceFirst("\\.0$", ""));
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream unpacked = new TarArchiveInputStream(new XZInputStream(packed))) {
            ServerFolder.make(place, directory -> {
                // One after the other at the end: a third of the time that it takes file by file.
                for (Path file : unpack(unpacked, directory)) {
                    ServerFolder.force(file);
                }
                ServerFolder.force(UnpackedFiles.list(directory));
            });
        }
    }

    /**
     * Unpacks an archive into a directory.
     *
     * @return the files
     */
    static List<Path> unpack(TarArchiveInputStream archive, Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path path = inside(directory, directory.resolve(entry.getName()), entry);
            Files.createDirectories(path.getParent());
            if (entry.isDirectory()) {
                Files.createDirectories(path);
            } else if (entry.isSymbolicLink()) {
                inside(directory, path.resolveSibling(entry.getLinkName()), entry);
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else if (entry.getLinkFlag() == TarConstants.LF_NORMAL) {
                Files.copy(archive, path);
                Files.setPosixFilePermissions(
                        path,
                        PosixFilePermissions.fromString(
                                (entry.getMode() & EXECUTABLE_BY_OWNER) == 0 ? "rw-------" : "rwx------"));
                files.add(path);
            } else {
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
