package dev.streakline.cli.history;

import dev.streakline.cli.history.HistoryItem.Bad;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The histories among the files in a zip file, such as the whole download of Google Takeout. Members of unknown formats
 * are passed over, and so is JSON that is no list, since any object would pass for an event. Names are shown and never
 * used as paths; zip files in zip files are not opened.
 */
final class ZipMembers {
    private final InputStream bytes;
    private boolean anyRead;
    private boolean lastCutShort;

    ZipMembers(InputStream bytes) {
        this.bytes = bytes;
    }

    /** Reads one member. */
    @FunctionalInterface
    interface Reader {
        /**
         * Reads it.
         *
         * @throws HistoryUnreadable also when its format is unknown
         */
        Reach read(InputStream member) throws IOException;
    }

    /** Whether a member was of a known format; certain once all have been read. */
    boolean anyRead() {
        return anyRead;
    }

    /** Reads all members of known formats. */
    Reach read(Reader reader, HistorySink sink) throws HistoryUnreadable {
        Reach reach = Reach.TO_THE_END;
        // Names say themselves when they are UTF-8; Latin 1 takes all others without failing.
        ZipInputStream zip = new ZipInputStream(bytes, StandardCharsets.ISO_8859_1);
        try {
            for (ZipEntry member = zip.getNextEntry(); member != null; member = zip.getNextEntry()) {
                lastCutShort = !member.isDirectory() && read(member.getName(), zip, reader, sink) == Reach.CUT_SHORT;
                reach = lastCutShort ? Reach.CUT_SHORT : reach;
            }
            return reach;
        } catch (HistoryUnreadable unreadable) {
            throw unreadable;
        } catch (IOException | IllegalArgumentException broken) {
            if (!lastCutShort) {
                String reason =
                        "the zip file breaks off here (" + broken.getMessage() + "); nothing after this was read";
                sink.accept(new Bad(1, 0, Bad.TRUNCATED, "", reason, RawBytes.of(""), 0));
            }
            return Reach.CUT_SHORT;
        }
    }

    private Reach read(String name, ZipInputStream zip, Reader reader, HistorySink sink) throws IOException {
        InputStream member = HistoryBytes.unpacked(new BufferedInputStream(new UnclosedStream(zip)));
        if (name.contains(".json") && !JsonList.begins(member)) {
            return Reach.TO_THE_END;
        }
        try {
            sink.entering(name);
            Reach reach = reader.read(member);
            anyRead = true;
            return reach;
        } catch (HistoryUnreadable unreadable) {
            if (unreadable.why() == HistoryUnreadable.Cause.UNKNOWN_FORMAT) {
                return Reach.TO_THE_END;
            }
            throw unreadable;
        }
    }
}
