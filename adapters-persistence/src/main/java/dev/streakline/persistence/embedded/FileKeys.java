package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Device and inode of files: the same by each path of a file, and after it has moved. */
final class FileKeys {
    private FileKeys() {}

    /**
     * The key of the file at a path, symbolic links followed.
     *
     * @throws IOException when there is none, or it cannot be seen
     */
    static Object of(Path path) throws IOException {
        return Files.readAttributes(path, "unix:dev,ino");
    }

    /** Whether the file of a key is at a path; false where nothing can be seen. */
    static boolean isAt(Path path, Object key) {
        try {
            return of(path).equals(key);
        } catch (IOException absent) {
            return false;
        }
    }

    /** The present paths of the open files of this process with a name; Linux knows them also after a move. */
    static List<Path> openFiles(String name) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
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
