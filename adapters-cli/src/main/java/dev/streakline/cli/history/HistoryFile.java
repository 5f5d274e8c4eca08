package dev.streakline.cli.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A watch history as a person names it: the path of a file, or {@code -} for standard input.
 *
 * <p>Example: {@code HistoryFile.named("ViewingActivity.csv", System.in).read(Previews.SKIP, sink)} hands every row to
 * the sink. The format is guessed from the first line that is not blank; gzip is recognised by its first two bytes. An
 * empty file is an empty history.
 */
public final class HistoryFile {
    private static final int SHOWN_OF_UNKNOWN = 60;

    private final String name;
    private final InputStream standardInput;

    private HistoryFile(String name, InputStream standardInput) {
        this.name = name;
        this.standardInput = standardInput;
    }

    /**
     * The history of that name.
     *
     * @param name a path, or {@code -} for standard input
     * @param standardInput read, but not closed, when the name is {@code -}
     */
    public static HistoryFile named(String name, InputStream standardInput) {
        return new HistoryFile(name, standardInput);
    }

    /** The name as given, or {@code standard input}. */
    public String name() {
        return isStandardInput() ? "standard input" : name;
    }

    /** The last part of the file's name, {@code stdin} for standard input: what files made from it are called after. */
    public String basename() {
        if (isStandardInput()) {
            return "stdin";
        }
        Path last = Path.of(name).getFileName();
        return last == null ? "history" : last.toString();
    }

    /**
     * Reads the file once and hands every item to the sink, in the order of the file.
     *
     * @return whether all of the file was read; if not, the sink got a {@code file.truncated} item
     * @throws HistoryUnreadable when there is nothing to read or the format is unknown; the sink got nothing then, or
     *     only unreadable lines
     */
    public Reach read(Previews previews, Consumer<HistoryItem> sink) throws HistoryUnreadable {
        try (InputStream bytes = uncompressed(open())) {
            LineSource lines = new LineSource(bytes);
            Optional<HistoryFormat> format = guess(lines, formats(previews), sink);
            if (format.isPresent()) {
                format.get().read(lines, sink);
            }
            return lines.reach();
        } catch (HistoryUnreadable unreadable) {
            throw unreadable;
        } catch (IOException failed) {
            throw notReadable(LineSource.why(failed));
        }
    }

    private static List<HistoryFormat> formats(Previews previews) {
        return List.of(new EventLines(), new NetflixViewingActivity(previews));
    }

    /** The format of the first line that is not blank, which is put back; empty when there is no such line. */
    private Optional<HistoryFormat> guess(LineSource lines, List<HistoryFormat> formats, Consumer<HistoryItem> sink)
            throws HistoryUnreadable {
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            String beginning = line.get().beginning();
            if (!beginning.isBlank()) {
                lines.putBack(List.of(line.get()));
                return Optional.of(formats.stream()
                        .filter(format -> format.recognises(beginning))
                        .findFirst()
                        .orElseThrow(() -> unknownFormat(beginning, formats)));
            }
            if (line.get() instanceof Line.Unreadable unreadable) {
                sink.accept(unreadable.bad());
            }
        }
        return Optional.empty();
    }

    private HistoryUnreadable unknownFormat(String beginning, List<HistoryFormat> formats) {
        String known = String.join(
                "; ", formats.stream().map(HistoryFormat::description).toList());
        return new HistoryUnreadable(
                HistoryUnreadable.Cause.UNKNOWN_FORMAT,
                "Cannot tell the format of " + Escaped.text(name()) + ": it begins with \""
                        + Escaped.start(beginning, SHOWN_OF_UNKNOWN) + "\". Known formats (plain or gzip): " + known
                        + ".");
    }

    private InputStream open() throws IOException {
        if (isStandardInput()) {
            return new UnclosedStream(standardInput);
        }
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw notReadable("it is a directory; name a file in it");
            }
            return Files.newInputStream(path);
        } catch (NoSuchFileException | InvalidPathException absent) {
            throw new HistoryUnreadable(
                    HistoryUnreadable.Cause.NOT_FOUND,
                    "Cannot read " + Escaped.text(name)
                            + ": there is no such file. Check the path, or use - for standard input.");
        } catch (AccessDeniedException denied) {
            throw notReadable("permission denied; ask for read permission");
        }
    }

    private HistoryUnreadable notReadable(String why) {
        return new HistoryUnreadable(
                HistoryUnreadable.Cause.NOT_READABLE, "Cannot read " + Escaped.text(name()) + ": " + why + ".");
    }

    private static InputStream uncompressed(InputStream file) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(file, 2);
        byte[] magic = peeked.readNBytes(2);
        peeked.unread(magic);
        return GzipCompressorInputStream.matches(magic, magic.length) ? Gunzipped.of(peeked) : peeked;
    }

    private boolean isStandardInput() {
        return "-".equals(name);
    }
}
