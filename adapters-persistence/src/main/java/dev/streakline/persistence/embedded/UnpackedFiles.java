package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The list of what was unpacked into a directory: a line each of size in bytes, a space and path. It is itself in there. */
final class UnpackedFiles {
    private static final String LIST = "unpacked.list";

    private UnpackedFiles() {}

    /** Writes the list, and gives its path. */
    static Path list(Path directory) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> entries = Files.walk(directory)) {
            for (Path entry : entries.sorted().toList()) {
                BasicFileAttributes attributes = attributes(entry);
                if (!attributes.isDirectory()) {
                    lines.add(attributes.size() + " " + directory.relativize(entry));
                }
            }
        }
        return Files.write(directory.resolve(LIST), lines);
    }

    /** Whether there is a list, and everything in it has its size. */
    static boolean areAllIn(Path directory) throws IOException {
        try {
            for (String line : Files.readAllLines(directory.resolve(LIST))) {
                int space = line.indexOf(' ');
                Path file = directory.resolve(line.substring(space + 1));
                if (attributes(file).size() != Long.parseLong(line.substring(0, space))) {
                    return false;
                }
            }
            return true;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
