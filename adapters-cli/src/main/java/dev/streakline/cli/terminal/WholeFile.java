package dev.streakline.cli.terminal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Writes a file that is there in whole or not at all. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes to a temporary file and then replaces the target with it; the old content stays until then. The target of
     * a link is replaced; a device or a pipe is written to directly.
     *
     * @throws CommandFailedException when it cannot be written
     */
    public static void write(Path file, Consumer<Writer> contents) {
        try {
            if (Files.isDirectory(file)) {
                throw new FileSystemException(file.toString(), null, "it is a folder");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                fill(file, file, contents);
            } else {
                replace(Files.exists(file) ? file.toRealPath() : file, file, contents);
            }
        } catch (IOException | UncheckedIOException failed) {
            throw new CommandFailedException(
                    ExitCode.FAILED,
                    "cannot write " + Terminal.plain(file.toString()) + ": " + why(failed)
                            + ". Choose another file, or free some disk space.");
        }
    }

    private static void replace(Path place, Path named, Consumer<Writer> contents) throws IOException {
        Path beside = place.resolveSibling(place.getFileName() + ".part");
        try {
            fill(beside, named, contents);
            Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            deleteIfThere(beside);
        }
    }

    private static void fill(Path file, Path named, Consumer<Writer> contents) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                OutputStream packed = isPacked(named) ? new GZIPOutputStream(bytes, 1 << 16) : bytes;
                Writer writer = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), 1 << 16)) {
            contents.accept(writer);
        }
    }

    private static boolean isPacked(Path file) {
        return file.toString().endsWith(".gz");
    }

    private static void deleteIfThere(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException left) {
            // The name of a leftover file shows that it is temporary.
        }
    }

    /** Why a file cannot be read or written, in words. */
    public static String why(Exception failed) {
        Throwable cause = failed instanceof UncheckedIOException ? failed.getCause() : failed;
        if (cause instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = cause instanceof FileSystemException refused ? refused.getReason() : null;
        return Terminal.plain(
                Optional.ofNullable(reason).orElse(String.valueOf(cause == null ? failed : cause.getMessage())));
    }
}
