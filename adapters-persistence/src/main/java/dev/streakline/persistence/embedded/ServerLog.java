package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the server writes about itself. */
final class ServerLog {
    private static final int LINES = 15;
    private static final Pattern OF_OUR_KNOCKING =
            Pattern.compile("the database system is (shutting down|starting up|not yet accepting|in recovery)");
    private static final Pattern OF_EVERY_DAY = Pattern.compile(
            "checkpoint (starting|complete)|terminating connection|unexpected EOF on client|could not (send|receive) data");

    private static final Pattern OF_AN_END = Pattern.compile("shutdown request|is shut down|FATAL|PANIC|terminated");

    private final Path file;

    ServerLog(Path file) {
        this.file = file;
    }

    /** Its last lines; empty when there are none. */
    String end() throws IOException {
        return end(LINES);
    }

    /** Its last lines, at most so many, without those about single sessions and routine work. */
    String end(int lines) throws IOException {
        List<String> all = lines();
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }

    /** Whether its last lines say why it ended; not, when it was killed. */
    boolean givesReason() throws IOException {
        return OF_AN_END.matcher(end()).find();
    }

    /** Whether it ended because nothing could be written any more. */
    boolean saysThatTheDiskIsFull() throws IOException {
        return end().contains("No space left on device") || end().contains("Disk quota exceeded");
    }

    private List<String> lines() throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !OF_OUR_KNOCKING.matcher(line).find()
                            && !OF_EVERY_DAY.matcher(line).find())
                    .toList();
        } catch (NoSuchFileException absent) {
            return List.of();
        }
    }
}
