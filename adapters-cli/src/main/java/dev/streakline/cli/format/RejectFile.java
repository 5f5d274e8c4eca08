package dev.streakline.cli.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.streakline.cli.format.item.Escaped;
import dev.streakline.cli.format.item.HistoryItem.RejectedLine;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where bad lines go, so that nothing is lost: NDJSON, one entry a line with {@code file}, {@code member} of a zip
 * file, {@code line}, {@code offset}, {@code code}, {@code pointer}, {@code reason} and the line itself, as {@code text}
 * or, where it is not UTF-8, as {@code base64}. An entry that holds only the beginning of its line says the whole {@code length} in bytes.
 *
 * <p>The file is created at the first entry, in place of one of the same name; without bad lines there is none.
 */
public final class RejectFile implements Closeable {
    private final Path path;
    private @Nullable JsonGenerator entries;
    private long count;

    private RejectFile(Path path) {
        this.path = path;
    }

    /** The reject file at that path. */
    public static RejectFile at(Path path) {
        return new RejectFile(path);
    }

    /** Where the reject file of a history is: {@code ViewingActivity.csv.rejects.ndjson} in the current directory. */
    public static Path pathFor(HistoryFile history) {
        return Path.of(history.basename() + ".rejects.ndjson");
    }

    /**
     * Writes one entry.
     *
     * @param history the file that the line is from
     * @param member the file in it where it is a zip file, else empty
     * @throws UnwritableException when it cannot be written
     */
    public void add(HistoryFile history, String member, RejectedLine bad) {
        try {
            JsonGenerator json = opened();
            json.writeStartObject();
            json.writeStringField("file", history.name());
            if (!member.isEmpty()) {
                json.writeStringField("member", member);
            }
            json.writeNumberField("line", bad.line());
            json.writeNumberField("offset", bad.offset());
            json.writeStringField("code", bad.code());
            json.writeStringField("pointer", bad.pointer());
            json.writeStringField("reason", bad.reason());
            Optional<String> text = bad.raw().text();
            if (text.isPresent()) {
                json.writeStringField("text", text.get());
            } else {
                json.writeBinaryField("base64", bad.raw().toArray());
            }
            if (bad.length() > bad.raw().length()) {
                json.writeNumberField("length", bad.length());
            }
            json.writeEndObject();
            count++;
        } catch (IOException failed) {
            throw new UnwritableException(path, failed);
        }
    }

    /** How many entries were written. */
    public long count() {
        return count;
    }

    /** Where the entries are; empty when there are none. */
    public Optional<Path> written() {
        return count == 0 ? Optional.empty() : Optional.of(path);
    }

    /**
     * Ends the file.
     *
     * @throws UnwritableException when the last entries cannot be written
     */
    @Override
    public void close() {
        if (entries == null) {
            return;
        }
        try {
            entries.writeRaw('\n');
            entries.close();
        } catch (IOException failed) {
            throw new UnwritableException(path, failed);
        }
    }

    private JsonGenerator opened() throws IOException {
        if (entries != null) {
            return entries;
        }
        // This writer replaces a lone surrogate in a pointer; Jackson's UTF-8 stream and Files' writer throw at it.
        Writer writer = new OutputStreamWriter(Files.newOutputStream(path), StandardCharsets.UTF_8);
        JsonGenerator json = new JsonFactory().createGenerator(writer);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        entries = json;
        return json;
    }

    /** The reject file cannot be written. The message says which, why and what to do. */
    public static final class UnwritableException extends UncheckedIOException {
        private static final long serialVersionUID = 1;

        private UnwritableException(Path path, IOException cause) {
            super(
                    "Cannot write the reject file " + Escaped.text(path.toString()) + ": " + why(cause)
                            + ". Run the command in a directory where files can be written.",
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
}
