package dev.streakline.cli.format.packed;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A copy of a stream on the disk, until it is closed: archives are read by their directories, which are at the end.
 *
 * @param path readable by its owner alone
 */
public record TemporaryFile(Path path) implements Closeable {

    /** A copy of all that can be read of a stream. */
    public static TemporaryFile of(InputStream bytes) throws IOException {
        TemporaryFile copy = new TemporaryFile(Files.createTempFile("streakline-", ".archive"));
        try {
            try (OutputStream out = Files.newOutputStream(copy.path)) {
                bytes.transferTo(out);
            }
            return copy;
        } catch (IOException failed) {
            copy.close();
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
