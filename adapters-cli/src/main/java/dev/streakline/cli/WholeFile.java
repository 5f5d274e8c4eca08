package dev.streakline.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Writes a file that is there in whole or not at all. */
final class WholeFile {

    private WholeFile() {}

    /**
     * Writes beside the file and puts it in its place in the end; what stood there stays until then.
     *
     * @throws CommandFailed when it cannot be written
     */
    static void write(Path file, Consumer<Writer> contents) {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (Writer writer = writer(beside)) {
                contents.accept(writer);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException failed) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "cannot write " + Terminal.plain(file.toString()) + ": " + Terminal.plain(failed.toString())
                            + ". Choose another place, or make room there.");
        } finally {
            deleteIfThere(beside);
        }
    }

    private static Writer writer(Path file) throws IOException {
        OutputStream bytes = Files.newOutputStream(file);
        OutputStream packed = file.toString().endsWith(".gz.part") ? new GZIPOutputStream(bytes, 1 << 16) : bytes;
        return new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), 1 << 16);
    }

    private static void deleteIfThere(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException left) {
            // What is left over has a name that says so.
        }
    }
}
