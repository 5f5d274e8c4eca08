package dev.streakline.cli.format;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder of foreign histories beside the repository, for tests tagged {@code foreign}. */
public final class SharedData {
    private SharedData() {}

    /** Whether the folder is there; the condition of the tests that read it. */
    public static boolean isThere() {
        return found() != null;
    }

    /** A file of the folder. */
    public static Path file(String path) {
        Path folder = found();
        if (folder == null) {
            throw new IllegalStateException("there is no folder of foreign histories");
        }
        return folder.resolve(path);
    }

    private static @Nullable Path found() {
        for (Path at = Path.of(System.getProperty("user.dir", "")).toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolveSibling("shared");
            if (Files.isDirectory(folder.resolve("data"))) {
                return folder;
            }
        }
        return null;
    }
}
