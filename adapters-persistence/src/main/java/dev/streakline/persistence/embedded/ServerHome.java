package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where the last server of a folder was started: the boot of the machine and the namespace of its process ids. A process from
 * there that is not listed is dead. A process from elsewhere, such as another container, is never listed.
 */
record ServerHome(Path file) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** Records that a server is started here; call before it is. */
    void move() throws IOException {
        if (!isHere()) {
            ServerFolder.write(file, here());
        }
    }

    /** Whether the last server was started where this process runs; false if unknown. */
    boolean isHere() throws IOException {
        try {
            return Files.readString(file).equals(here());
        } catch (NoSuchFileException unknown) {
            return false;
        }
    }

    private static String here() throws IOException {
        String boot = new String(Files.readAllBytes(BOOT), StandardCharsets.US_ASCII).strip();
        return boot + " " + Files.readSymbolicLink(Path.of("/proc/self/ns/pid")) + "\n";
    }
}
