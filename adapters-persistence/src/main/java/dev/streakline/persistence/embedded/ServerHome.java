package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where the last server of a folder was started: the boot of the machine and the namespace of its process ids. A process
 * there that is not listed is dead. A process elsewhere, such as in another container, is never listed.
 */
final class ServerHome {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path PROCESSES = Path.of("/proc/self/ns/pid");

    private final Path file;

    ServerHome(Path file) {
        this.file = file;
    }

    /** Writes down that a server is started here; before it is. */
    void move() throws IOException {
        if (!isHere()) {
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(unfinished, here());
            ServerFolder.finish(unfinished, file);
        }
    }

    /** Whether the last server was started where this process runs; not, where nothing is known. */
    boolean isHere() throws IOException {
        try {
            return Files.readString(file).equals(here());
        } catch (NoSuchFileException unknown) {
            return false;
        }
    }

    private static String here() throws IOException {
        String boot = new String(Files.readAllBytes(BOOT), StandardCharsets.US_ASCII).strip();
        return boot + " " + Files.readSymbolicLink(PROCESSES) + "\n";
    }
}
