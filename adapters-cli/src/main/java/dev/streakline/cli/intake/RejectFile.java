package dev.streakline.cli.intake;

import dev.streakline.application.format.HistoryItem.RejectedLine;
import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.Terminal;
import dev.streakline.json.JsonLines;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file for rejected lines, so that nothing is lost. It is NDJSON, one entry a line with {@code file},
 * {@code member} of an archive, {@code line}, {@code offset}, {@code code}, {@code pointer} and {@code reason}. The
 * line itself is {@code text} or, where it is not UTF-8, {@code base64}. An entry with only the beginning of its line
 * also has the whole {@code length} in bytes.
 *
 * <p>The first entry creates the file and replaces one of the same name. Without rejected lines there is no file.
 */
final class RejectFile implements Closeable {
    private final Path path;
    private @Nullable JsonLines entries;

    private RejectFile(Path path) {
        this.path = path;
    }

    /** The reject file at that path. */
    static RejectFile at(Path path) {
        return new RejectFile(path);
    }

    /** The path of the reject file of a history: {@code ViewingActivity.csv.rejects.ndjson} in the current directory. */
    static Path pathFor(HistoryFile history) {
        return Path.of(history.basename() + ".rejects.ndjson");
    }

    /**
     * Writes one entry.
     *
     * @param history the file with the line
     * @param member the file in it where it is an archive, else empty
     * @throws CommandFailedException when it cannot be written; the message names the file, the reason and the remedy
     */
    void add(HistoryFile history, String member, RejectedLine rejected) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", history.name());
        if (!member.isEmpty()) {
            entry.put("member", member);
        }
        entry.put("line", rejected.line());
        entry.put("offset", rejected.offset());
        entry.put("code", rejected.code());
        entry.put("pointer", rejected.pointer());
        entry.put("reason", rejected.reason());
        rejected.raw()
                .text()
                .ifPresentOrElse(
                        text -> entry.put("text", text),
                        () -> entry.put("base64", rejected.raw().toArray()));
        if (rejected.length() > rejected.raw().length()) {
            entry.put("length", rejected.length());
        }
        write(entry);
    }

    private void write(Map<String, Object> entry) {
        try {
            opened().write(entry);
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    /** The path of the entries; empty when there are none. */
    Optional<Path> written() {
        return entries == null ? Optional.empty() : Optional.of(path);
    }

    /**
     * Ends the file.
     *
     * @throws CommandFailedException when the last entries cannot be written
     */
    @Override
    public void close() {
        if (entries == null) {
            return;
        }
        try {
            entries.close();
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    private JsonLines opened() throws IOException {
        if (entries == null) {
            entries = new JsonLines(Files.newOutputStream(path));
        }
        return entries;
    }

    private CommandFailedException unwritable(IOException cause) {
        return new CommandFailedException(
                ExitCode.FAILED,
                "Cannot write the reject file " + Terminal.plain(path.toString()) + ": " + why(cause)
                        + ". Run the command in a writable directory, or name a file: --rejects FILE.",
                cause);
    }

    private static String why(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no such directory";
        }
        return String.valueOf(cause.getMessage());
    }
}
