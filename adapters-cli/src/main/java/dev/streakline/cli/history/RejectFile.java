package dev.streakline.cli.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.streakline.cli.history.HistoryFailure.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines that were not taken, each with its place and the reason, as NDJSON (section 18).
 *
 * <p>An entry is {@code {"file", "line", "offset", "length", "code", "pointer", "reason", "text" or "base64"}}: the
 * bytes of the line are given back exactly, as {@code text} when they are valid UTF-8 and else as {@code base64},
 * without the line feed at the end. Of a line that was too long only its beginning is there; {@code length} says how
 * many bytes it had. The file appears with its first entry, replaces one of the same name, and is complete when closed.
 */
public final class RejectFile implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    private final Path path;
    private @Nullable JsonGenerator out;
    private long entries;

    private RejectFile(Path path) {
        this.path = path;
    }

    /**
     * The reject file at a path; nothing is written yet.
     *
     * @param path where; its directory must exist when the first entry comes
     * @return open for entries
     */
    public static RejectFile at(Path path) {
        return new RejectFile(Objects.requireNonNull(path, "path"));
    }

    /**
     * The name a reject file has when none is given: {@code history.csv.rejects.ndjson} for {@code /media/history.csv},
     * {@code stdin.rejects.ndjson} for standard input; relative, so in the current directory and never beside the input.
     *
     * @param argument a path, or {@value HistoryFile#STANDARD_INPUT}
     * @return one file name
     */
    public static Path nameFor(String argument) {
        Path name = Path.of(argument.equals(HistoryFile.STANDARD_INPUT) ? "stdin" : argument)
                .getFileName();
        return Path.of((name == null ? "history" : name.toString()) + ".rejects.ndjson");
    }

    /**
     * Adds one line.
     *
     * @param file the name of the file it stood in
     * @param bad the line and why
     * @throws HistoryFailure when it cannot be written
     */
    public void add(String file, HistoryItem.Bad bad) {
        try {
            JsonGenerator json = open();
            RawLine raw = bad.raw();
            json.writeStartObject();
            json.writeStringField("file", file);
            json.writeNumberField("line", raw.number());
            json.writeNumberField("offset", raw.offset());
            json.writeNumberField("length", raw.length());
            json.writeStringField("code", bad.code());
            json.writeStringField("pointer", bad.pointer());
            json.writeStringField("reason", bad.reason());
            Optional<String> text = raw.wholeText();
            if (text.isPresent()) {
                json.writeStringField("text", text.get());
            } else {
                json.writeBinaryField("base64", raw.bytes());
            }
            json.writeEndObject();
            json.writeRaw('\n');
            entries++;
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    /**
     * How many lines were added.
     *
     * @return at least 0; at 0 there is no file
     */
    public long entries() {
        return entries;
    }

    /**
     * Where the file is, or would be.
     *
     * @return the path as given
     */
    public Path path() {
        return path;
    }

    /**
     * Writes what is still held; without an entry there is nothing to close.
     *
     * @throws HistoryFailure when it cannot be written
     */
    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    private JsonGenerator open() throws IOException {
        if (out == null) {
            out = JSON.createGenerator(Files.newOutputStream(path)).setRootValueSeparator(null);
        }
        return out;
    }

    private HistoryFailure unwritable(IOException failed) {
        String why = failed instanceof NoSuchFileException ? "its directory does not exist" : failed.getMessage();
        return new HistoryFailure(
                Problem.REJECTS_UNWRITABLE,
                "the reject file " + HistoryFile.escaped(path.toString()) + " cannot be written: " + why,
                "Name a place that can be written.");
    }
}
