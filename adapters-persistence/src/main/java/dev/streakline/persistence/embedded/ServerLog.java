package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The server's log. */
record ServerLog(Path file) {
    private static final int LINES = 15;
    private static final Pattern ROUTINE = Pattern.compile(
            "the database system is (shutting down|starting up|not yet accepting|in recovery)|checkpoint (starting|complete)"
                    + "|terminating connection|unexpected EOF on client|could not (send|receive) data");
    private static final Pattern OF_AN_END = Pattern.compile("shutdown request|is shut down|FATAL|PANIC|terminated");

    /** Its last lines; empty when there are none. */
    String end() throws IOException {
        return end(LINES);
    }

    /** Its last lines, up to a limit, without those about single sessions and routine work. */
    String end(int lines) throws IOException {
        try {
            List<String> all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !ROUTINE.matcher(line).find())
                    .toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (NoSuchFileException absent) {
            return "";
        }
    }

    /** Whether its last lines give the reason why the server ended; false when it was killed. */
    boolean givesReason() throws IOException {
        return OF_AN_END.matcher(end()).find();
    }

    /** Whether the server ended because nothing could be written any more. */
    boolean showsFullDisk() throws IOException {
        return end().contains("No space left on device") || end().contains("Disk quota exceeded");
    }
}
