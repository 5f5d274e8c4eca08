package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processes that have locked a file, as Linux lists them. Those of other containers are not in its list. */
final class LockHolders {
    private static final Path LOCKS = Path.of("/proc/locks");
    private static final int FIELD_OF_THE_PROCESS = 4;
    private static final int FIELD_OF_THE_FILE = 5;

    private LockHolders() {}

    /** The others that have locked a file, for people; never empty. */
    static String of(Path file) throws IOException {
        Object inode = Files.getAttribute(file, "unix:ino");
        List<Long> processes;
        try (Stream<String> lines = Files.lines(LOCKS, StandardCharsets.ISO_8859_1)) {
            processes = lines.map(line -> line.strip().split("\\s+", -1))
                    .filter(fields -> fields.length > FIELD_OF_THE_FILE
                            && fields[FIELD_OF_THE_FILE].endsWith(":" + inode)
                            && fields[FIELD_OF_THE_PROCESS].matches("[1-9]\\d*"))
                    .map(fields -> Long.valueOf(fields[FIELD_OF_THE_PROCESS]))
                    .filter(process -> process != ProcessHandle.current().pid())
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException hidden) {
            processes = List.of();
        }
        return processes.isEmpty()
                ? "a process that cannot be seen from here, perhaps in another container"
                : processes.stream().map(LockHolders::named).collect(Collectors.joining(", "));
    }

    private static String named(long process) {
        return "process " + process;
    }
}
