package dev.streakline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A data folder without a database yet, with the PostgreSQL that the server of all tests has unpacked, because unpacking takes
 * seconds. It is a link, which must go before the folder is deleted.
 *
 * @param path the folder
 */
public record DataFolder(Path path) implements AutoCloseable {

    /** Makes the folder. */
    public static DataFolder at(Path path) throws IOException {
        Path database = Files.createDirectories(path.resolve("database"));
        Files.createFile(database.resolve("start.lock"));
        Path programs = StoreFixture.programs();
        Files.createSymbolicLink(database.resolve(programs.getFileName()), programs.toAbsolutePath());
        return new DataFolder(path);
    }

    @Override
    public void close() throws IOException {
        Files.delete(path.resolve("database").resolve(StoreFixture.programs().getFileName()));
    }
}
