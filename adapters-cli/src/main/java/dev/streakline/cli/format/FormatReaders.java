package dev.streakline.cli.format;

import dev.streakline.application.format.HistoryReaders;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads history files in all formats that {@link HistoryFormats} recognises.
 *
 * <p>Example: {@code new FormatReaders().readFile("ViewingActivity.csv", ReadingChoices.DEFAULT, sink)} hands every row
 * to the sink. The first bytes distinguish gzip, zip and tar from plain files.
 */
public final class FormatReaders implements HistoryReaders {

    @Override
    public Reach readFile(String path, ReadingChoices choices, HistorySink sink) throws HistoryUnreadableException {
        return new Reading(path, choices, sink).ofFile();
    }

    @Override
    public Reach readStream(String name, InputStream bytes, ReadingChoices choices, HistorySink sink)
            throws HistoryUnreadableException {
        return new Reading(name, choices, sink).of(new UnclosedStream(bytes), null);
    }

    /** The archive that a file is. */
    static ArchiveFile archive(Path file, HistoryBytes.Packing packing) {
        return packing == HistoryBytes.Packing.ZIP ? new ArchiveFile.Zip(file) : new ArchiveFile.Tar(file);
    }

    /**
     * One reading.
     *
     * @param name of the file, for a person
     */
    private record Reading(String name, ReadingChoices choices, HistorySink sink) {

        Reach ofFile() throws HistoryUnreadableException {
            try {
                Path path = Path.of(name);
                if (Files.isDirectory(path)) {
                    throw notReadable("it is a directory; name a file in it");
                }
                return of(Files.newInputStream(path), path);
            } catch (NoSuchFileException | InvalidPathException absent) {
                throw new HistoryUnreadableException(
                        HistoryUnreadableException.Cause.NOT_FOUND,
                        "Cannot read " + Escaped.text(name)
                                + ": there is no such file. Check the path, or use - for standard input.");
            } catch (AccessDeniedException denied) {
                throw notReadable("permission denied; ask for read permission");
            } catch (HistoryUnreadableException unreadable) {
                throw unreadable;
            } catch (IOException failed) {
                throw notReadable(LineSource.why(failed));
            }
        }

        /**
         * Reads and closes a stream.
         *
         * @param path of the same bytes on the disk; null where there is none
         */
        Reach of(InputStream stream, @Nullable Path path) throws HistoryUnreadableException {
            try (InputStream bytes = HistoryBytes.counted(stream, sink::reached)) {
                HistoryBytes.Packing packing = HistoryBytes.packing(bytes);
                if (packing == HistoryBytes.Packing.ONE_FILE) {
                    return one(bytes, sink);
                }
                if (path != null) {
                    return members(archive(path, packing));
                }
                try (TemporaryFile copy = TemporaryFile.of(bytes)) {
                    return members(archive(copy.path(), packing));
                }
            } catch (HistoryUnreadableException unreadable) {
                throw unreadable;
            } catch (IOException failed) {
                throw notReadable(LineSource.why(failed));
            }
        }

        private Reach one(InputStream bytes, HistorySink items) throws IOException {
            return new HistoryFormats(name, choices).read(HistoryBytes.inUtf8(HistoryBytes.unpacked(bytes)), items);
        }

        private Reach members(ArchiveFile archive) throws HistoryUnreadableException {
            ArchiveMembers members = new ArchiveMembers(this::one, sink);
            Reach reach = members.read(archive);
            if (reach == Reach.COMPLETE && !members.anyRead()) {
                throw new HistoryFormats(name, choices).unknownArchive(members.left());
            }
            return reach;
        }

        private HistoryUnreadableException notReadable(String why) {
            return new HistoryUnreadableException(
                    HistoryUnreadableException.Cause.NOT_READABLE,
                    "Cannot read " + Escaped.text(name) + ": " + why + ".");
        }
    }
}
