package dev.streakline.cli.format.line;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryItem.RejectedLine;
import dev.streakline.application.format.RawBytes;
import dev.streakline.application.format.Reach;
import dev.streakline.json.LineSplitter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream of bytes into lines at LF; one CR before it belongs to the line end. Where the first 64 KiB contain a
 * CR and no LF, lines end at CR. A byte order mark at the beginning of the file is dropped (its three bytes count in
 * the offsets).
 *
 * <p>Buffers one line of at most 1 MiB; of a longer one only the first 1000 bytes are kept. When the stream fails
 * (truncated or corrupt gzip, a disk error), the last line is an unreadable one. It has the code {@code file.truncated}
 * and the bytes that were read of it.
 */
public final class LineSource {
    /** The longest line that is read, in bytes without its end. */
    public static final int LONGEST_LINE = 1 << 20;

    private static final int KEPT_OF_TOO_LONG = 1000;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final LineSplitter lines;
    private boolean isBegun;
    private boolean ended;
    private Encoding encoding = Encoding.UTF_8;
    private @Nullable IOException failure;
    private final Deque<Line> putBack = new ArrayDeque<>();

    public LineSource(InputStream in) {
        this.lines = new LineSplitter(in, LONGEST_LINE);
    }

    /** How the bytes of a line become text. */
    private enum Encoding {
        UTF_8,
        /** The first line that is not plain ASCII decides. */
        UNDECIDED,
        WINDOWS_1252
    }

    /**
     * Reads the lines from here on as Windows-1252 where the first of them that is not plain ASCII is not UTF-8 either:
     * spreadsheets write CSV files so.
     */
    public void allowWindows1252() {
        encoding = Encoding.UNDECIDED;
    }

    /** The next line; empty at the end of what can be read. */
    public Optional<Line> next() {
        Line again = putBack.pollFirst();
        if (again != null) {
            return Optional.of(again);
        }
        if (ended) {
            return Optional.empty();
        }
        return readLine();
    }

    /** The next line that is text; the lines before it that cannot be read go to the sink. */
    public Optional<Line.Text> nextText(Consumer<? super HistoryItem.RejectedLine> sink) {
        for (Optional<Line> line = next(); line.isPresent(); line = next()) {
            Optional<Line.Text> text = line.get().textOrReject(sink);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** Gives lines back, to be read again in this order before all others. */
    public void putBack(List<? extends Line> lines) {
        ListIterator<? extends Line> backwards = lines.listIterator(lines.size());
        while (backwards.hasPrevious()) {
            putBack.addFirst(backwards.previous());
        }
    }

    /** How far the file was read; certain once {@link #next()} has returned empty. */
    public Reach reach() {
        return failure == null ? Reach.COMPLETE : Reach.TRUNCATED;
    }

    private Optional<Line> readLine() {
        try {
            if (!isBegun) {
                isBegun = true;
                lines.allowFilesOfOtherSystems();
            }
            boolean isLine = lines.next();
            ended = lines.lineEnd().isEmpty();
            return isLine ? Optional.of(finished()) : Optional.empty();
        } catch (IOException brokenOff) {
            ended = true;
            failure = brokenOff;
            return Optional.of(brokenOff(brokenOff));
        }
    }

    private Line finished() {
        int stored = lines.stored();
        boolean carriageReturn = lines.lineEnd().equals("\n")
                && lines.length() == stored
                && stored > 0
                && lines.bytes()[stored - 1] == '\r';
        int size = carriageReturn ? stored - 1 : stored;
        if (lines.length() > stored || size > LONGEST_LINE) {
            return unreadable(RejectedLine.TOO_LONG, "the line is longer than 1 MiB", KEPT_OF_TOO_LONG, lines.length());
        }
        Optional<String> text = text(size);
        return text.isPresent()
                ? new Line.Text(lines.number(), lines.offset(), text.get(), carriageReturn ? "\r\n" : lines.lineEnd())
                : unreadable(RejectedLine.NOT_UTF8, "the line is not UTF-8", size, size);
    }

    private Optional<String> text(int size) {
        if (encoding == Encoding.WINDOWS_1252) {
            return Optional.of(new String(lines.bytes(), 0, size, WINDOWS_1252));
        }
        Optional<String> text = RawBytes.utf8(lines.bytes(), 0, size);
        if (encoding == Encoding.UNDECIDED && !text.map(String::length).equals(Optional.of(size))) {
            encoding = text.isPresent() ? Encoding.UTF_8 : Encoding.WINDOWS_1252;
            return text(size);
        }
        return text;
    }

    private Line brokenOff(IOException cause) {
        int stored = lines.length() > LONGEST_LINE ? KEPT_OF_TOO_LONG : lines.stored();
        return unreadable(RejectedLine.TRUNCATED, endsHere(why(cause)), stored, lines.length());
    }

    private Line unreadable(String code, String reason, int stored, long length) {
        RawBytes raw = RawBytes.copyOf(lines.bytes(), 0, stored);
        return new Line.Unreadable(new RejectedLine(lines.number(), lines.offset(), code, "", reason, raw, length));
    }

    /** The reason of a line at which a file broke off, for a person. */
    public static String endsHere(String why) {
        return "the file ends unexpectedly here (" + why + "); nothing after this was read";
    }

    /** Why reading failed, for a person. */
    public static String why(IOException cause) {
        if (cause instanceof EOFException) {
            return "the gzip data is truncated";
        }
        return "reading failed: " + String.valueOf(cause.getMessage()).replaceFirst("\\.$", "");
    }
}
