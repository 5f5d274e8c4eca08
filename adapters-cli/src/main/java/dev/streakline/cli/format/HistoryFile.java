package dev.streakline.cli.format;

import dev.streakline.application.format.HistorySink;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.Reach;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.cli.format.item.Escaped;
import dev.streakline.cli.format.line.LineSource;
import dev.streakline.cli.format.packed.ArchiveFile;
import dev.streakline.cli.format.packed.HistoryBytes;
import dev.streakline.cli.format.packed.TemporaryFile;
import dev.streakline.cli.format.packed.UnclosedStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A watch history as a person names it: the path of a file, or {@code -} for standard input.
 *
 * <p>Example: {@code HistoryFile.named("ViewingActivity.csv", System.in).read(ReadingChoices.DEFAULT, sink)} hands
 * every row to the sink. {@link HistoryFormats} recognises the format by what is in the file; gzip, zip and tar are recognised
 * by their first bytes. Of an archive all members that are histories are read. An empty file is an empty history.
 */
public final class HistoryFile {
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
     * @throws HistoryUnreadableException when there is nothing to read, the format is unknown, or nobody said whose history it is
     *     or in which order its dates are; the sink got nothing then, unless it is a member of an archive
     */
    public Reach read(ReadingChoices choices, HistorySink sink) throws HistoryUnreadableException {
        try (InputStream bytes = HistoryBytes.counted(open(), sink::reached)) {
            HistoryBytes.Packing packing = HistoryBytes.packing(bytes);
            return packing == HistoryBytes.Packing.ONE_FILE
                    ? readOne(bytes, choices, sink)
                    : readArchive(bytes, packing, choices, sink);
        } catch (HistoryUnreadableException unreadable) {
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

    private Reach readOne(InputStream bytes, ReadingChoices choices, HistorySink sink) throws IOException {
        return new HistoryFormats(name(), choices).read(HistoryBytes.inUtf8(HistoryBytes.unpacked(bytes)), sink);
    }

    private Reach readArchive(InputStream bytes, HistoryBytes.Packing packing, ReadingChoices choices, HistorySink sink)
            throws IOException {
        if (!isStandardInput()) {
            return readArchive(archive(Path.of(name), packing), choices, sink);
        }
        try (TemporaryFile copy = TemporaryFile.of(bytes)) {
            return readArchive(archive(copy.path(), packing), choices, sink);
        }
    }

    private Reach readArchive(ArchiveFile archive, ReadingChoices choices, HistorySink sink)
            throws HistoryUnreadableException {
        ArchiveMembers members = new ArchiveMembers((member, items) -> readOne(member, choices, items), sink);
        Reach reach = members.read(archive);
        if (reach == Reach.TO_THE_END && !members.anyRead()) {
            throw new HistoryFormats(name(), choices).unknownArchive(members.left());
        }
        return reach;
    }

    /** The archive that a file is. */
    static ArchiveFile archive(Path file, HistoryBytes.Packing packing) {
        return packing == HistoryBytes.Packing.ZIP ? new ArchiveFile.Zip(file) : new ArchiveFile.Tar(file);
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
            throw new HistoryUnreadableException(
                    HistoryUnreadableException.Cause.NOT_FOUND,
                    "Cannot read " + Escaped.text(name)
                            + ": there is no such file. Check the path, or use - for standard input.");
        } catch (AccessDeniedException denied) {
            throw notReadable("permission denied; ask for read permission");
        }
    }

    private HistoryUnreadableException notReadable(String why) {
        return new HistoryUnreadableException(
                HistoryUnreadableException.Cause.NOT_READABLE,
                "Cannot read " + Escaped.text(name()) + ": " + why + ".");
    }

    private boolean isStandardInput() {
        return "-".equals(name);
    }
}
