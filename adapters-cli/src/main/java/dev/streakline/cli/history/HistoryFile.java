package dev.streakline.cli.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A watch history as a person names it: the path of a file, or {@code -} for standard input.
 *
 * <p>Example: {@code HistoryFile.named("ViewingActivity.csv", System.in).read(ReadingChoices.DEFAULT, sink)} hands
 * every row to the sink. The format is guessed from the first line that is not blank, that of a JSON list from its first
 * object; gzip and zip are recognised by their first bytes. Of a zip file all members that are histories are read. An
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
     * Reads the file once and hands every item to the sink, events in the order of the file.
     *
     * @return whether all of the file was read; if not, the sink got a {@code file.truncated} item
     * @throws HistoryUnreadable when there is nothing to read, the format is unknown, or nobody said whose history it is
     *     or in which order its dates are; the sink got nothing then, unless it is a member of a zip file
     */
    public Reach read(ReadingChoices choices, HistorySink sink) throws HistoryUnreadable {
        try (InputStream bytes = HistoryBytes.counted(open(), sink::reached)) {
            return HistoryBytes.areZip(bytes)
                    ? readZip(bytes, choices, sink)
                    : readOne(HistoryBytes.unpacked(bytes), choices, sink);
        } catch (HistoryUnreadable unreadable) {
            throw unreadable;
        } catch (IOException failed) {
            throw notReadable(LineSource.why(failed));
        }
    }

    /** How many bytes the file has, as it is packed; 0 where that is not known. */
    public long size() {
        try {
            return isStandardInput() ? 0 : Files.size(Path.of(name));
        } catch (IOException | InvalidPathException unknown) {
            return 0;
        }
    }

    private Reach readZip(InputStream bytes, ReadingChoices choices, HistorySink sink) throws HistoryUnreadable {
        ZipMembers members = new ZipMembers(bytes);
        Reach reach = members.read(member -> readOne(member, choices, sink), sink);
        if (reach == Reach.TO_THE_END && !members.anyRead()) {
            throw unknownFormat("no file in this zip is of a known format");
        }
        return reach;
    }

    private Reach readOne(InputStream bytes, ReadingChoices choices, HistorySink sink) throws IOException {
        return JsonList.begins(bytes) ? readList(bytes, choices, sink) : readLines(bytes, choices, sink);
    }

    private Reach readLines(InputStream bytes, ReadingChoices choices, Consumer<HistoryItem> sink)
            throws HistoryUnreadable {
        LineSource lines = new LineSource(bytes);
        Optional<HistoryFormat> format = guess(lines, lineFormats(choices), sink);
        if (format.isPresent()) {
            format.get().read(lines, sink);
        }
        return lines.reach();
    }

    private Reach readList(InputStream bytes, ReadingChoices choices, Consumer<HistoryItem> sink)
            throws HistoryUnreadable {
        JsonEntries entries = new JsonEntries(bytes);
        Optional<Line.Text> unknown = new JsonList(listFormats(choices)).read(entries, sink);
        if (unknown.isPresent()) {
            throw beginsUnknown("[" + unknown.get().text());
        }
        return entries.reach();
    }

    private List<HistoryFormat> lineFormats(ReadingChoices choices) {
        return List.of(
                new EventLines(),
                new NetflixViewingActivity(choices.previews()),
                new NetflixTitleDates(owner(choices), choices.dateOrder()));
    }

    private List<JsonListFormat> listFormats(ReadingChoices choices) {
        return List.of(new TraktHistory(owner(choices)), new YouTubeHistory(owner(choices), choices.previews()));
    }

    private Owner owner(ReadingChoices choices) {
        return new Owner(name(), choices.viewer());
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
                        .orElseThrow(() -> beginsUnknown(beginning)));
            }
            if (line.get() instanceof Line.Unreadable unreadable) {
                sink.accept(unreadable.bad());
            }
        }
        return Optional.empty();
    }

    private HistoryUnreadable beginsUnknown(String beginning) {
        return unknownFormat("it begins with \"" + Escaped.start(beginning, SHOWN_OF_UNKNOWN) + "\"");
    }

    private HistoryUnreadable unknownFormat(String what) {
        ReadingChoices any = ReadingChoices.DEFAULT;
        String known = Stream.concat(
                        lineFormats(any).stream().map(HistoryFormat::description),
                        listFormats(any).stream().map(JsonListFormat::description))
                .collect(Collectors.joining("; "));
        return new HistoryUnreadable(
                HistoryUnreadable.Cause.UNKNOWN_FORMAT,
                "Cannot tell the format of " + Escaped.text(name()) + ": " + what
                        + ". Known formats (plain, gzip or in a zip): " + known + ".");
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

    private boolean isStandardInput() {
        return "-".equals(name);
    }
}
