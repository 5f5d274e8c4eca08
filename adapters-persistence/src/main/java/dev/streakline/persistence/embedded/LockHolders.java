package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processes that have locked a file, by Linux's list, which omits those of other containers. */
final class LockHolders {
    private static final int FIELD_OF_THE_PROCESS = 4;
    private static final int FIELD_OF_THE_FILE = 5;

    private LockHolders() {}

    /** The other processes that have locked a file, for people; never empty. */
    static String of(Path file) throws IOException {
        Object inode = Files.getAttribute(file, "unix:ino");
        String processes = "";
        try (Stream<String> lines = Files.lines(Path.of("/proc/locks"), StandardCharsets.ISO_8859_1)) {
            processes = lines.map(line -> line.strip().split("\\s+", -1))
                    .filter(fields -> fields.length > FIELD_OF_THE_FILE
                            && fields[FIELD_OF_THE_FILE].endsWith(":" + inode)
                            && fields[FIELD_OF_THE_PROCESS].matches("[1-9]\\d*"))
                    .map(fields -> Long.valueOf(fields[FIELD_OF_THE_PROCESS]))
                    .filter(process -> process != ProcessHandle.current().pid())
                    .distinct()
                    .sorted()
                    .map(process -> "process " + process)
                    .collect(Collectors.joining(", "));
        } catch (IOException | UncheckedIOException hidden) {
            // No holder is named.
        }
        return processes.isEmpty()
                ? "a process that cannot be seen from here, perhaps in another container"
                : processes;
    }
}
