package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Device and inode of files: what stays when a file gets another path, and is the same by each of its paths. */
final class FileKeys {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private FileKeys() {}

    /**
     * The key of what is at a path, symbolic links followed.
     *
     * @throws IOException when there is nothing, or it cannot be seen
     */
    static Object of(Path path) throws IOException {
        return Objects.requireNonNull(
                Files.readAttributes(path, BasicFileAttributes.class).fileKey(), "Linux has file keys");
    }

    /** Whether the file of a key is at a path; not, where nothing can be seen there. */
    static boolean isAt(Path path, Object key) {
        try {
            return of(path).equals(key);
        } catch (IOException absent) {
            return false;
        }
    }

    /** Where the open files of this process are now that have a name; Linux knows that also after a move. */
    static List<Path> openFiles(String name) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(OPEN_FILES)) {
            for (Path entry : entries) {
                try {
                    Path file = Files.readSymbolicLink(entry);
                    if (file.isAbsolute() && file.endsWith(name)) {
                        files.add(file);
                    }
                } catch (IOException closed) {
                    // It was closed meanwhile.
                }
            }
        }
        return files;
    }
}
