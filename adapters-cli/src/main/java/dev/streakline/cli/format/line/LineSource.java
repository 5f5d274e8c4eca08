package dev.streakline.cli.format.line;

import dev.streakline.cli.format.item.HistoryItem.Bad;
import dev.streakline.cli.format.item.RawBytes;
import dev.streakline.cli.format.item.Reach;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream of bytes into lines at LF; one CR before it belongs to the line end. Where the first 64 KiB hold a CR and
 * no LF, lines end at CR. A byte order mark at the beginning of the file is dropped (its three bytes count in the offsets).
 *
 * <p>Holds one line of at most 1 MiB. A longer one is passed over, keeping its first 1000 bytes. When the stream fails
 * (truncated or corrupt gzip, a disk error), the last line is an unreadable one with the code {@code file.truncated} and
 * what was read of it.
 */
public final class LineSource {
    /** The longest line that is read, in bytes without its end. */
    public static final int LONGEST_LINE = 1 << 20;

    private static final int KEPT_OF_TOO_LONG = 1000;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int limit;

    private byte[] line = new byte[1 << 12];
    private int kept;
    private long length;

    private long number;
    private long offset;
    private boolean ended;
    private byte lineEnd = '\n';
    private Encoding encoding = Encoding.UTF_8;
    private @Nullable IOException failure;
    private final Deque<Line> putBack = new ArrayDeque<>();

    public LineSource(InputStream in) {
        this.in = in;
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
        if (number == 0) {
            dropByteOrderMark();
            findLineEnd();
        }
        return readLine();
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
        return failure == null ? Reach.TO_THE_END : Reach.CUT_SHORT;
    }

    private Optional<Line> readLine() {
        number++;
        kept = 0;
        length = 0;
        long start = offset;
        if (collect()) {
            return Optional.of(finished(start, lineEnd == '\n' ? "\n" : "\r"));
        }
        ended = true;
        if (failure != null) {
            return Optional.of(brokenOff(start, failure));
        }
        return length == 0 ? Optional.empty() : Optional.of(finished(start, ""));
    }

    /** Collects bytes up to the next line end; false when the stream ended or failed before one. */
    private boolean collect() {
        while (next < limit || fill()) {
            int end = next;
            while (end < limit && buffer[end] != lineEnd) {
                end++;
            }
            keep(next, end - next);
            boolean found = end < limit;
            offset += end - next + (found ? 1 : 0);
            next = found ? end + 1 : end;
            if (found) {
                return true;
            }
        }
        return false;
    }

    private void keep(int from, int count) {
        length += count;
        // One byte more than the longest line, since a CR at its end does not count.
        int room = Math.min(count, LONGEST_LINE + 1 - kept);
        if (kept + room > line.length) {
            line = Arrays.copyOf(line, Math.max(kept + room, Math.min(LONGEST_LINE + 1, line.length * 2)));
        }
        System.arraycopy(buffer, from, line, kept, room);
        kept += room;
    }

    private Line finished(long start, String end) {
        boolean carriageReturn = end.equals("\n") && length == kept && kept > 0 && line[kept - 1] == '\r';
        int size = carriageReturn ? kept - 1 : kept;
        if (length > kept || size > LONGEST_LINE) {
            return unreadable(start, Bad.TOO_LONG, "the line is longer than 1 MiB", KEPT_OF_TOO_LONG, length);
        }
        Optional<String> text = text(size);
        return text.isPresent()
                ? new Line.Text(number, start, text.get(), carriageReturn ? "\r\n" : end)
                : unreadable(start, Bad.NOT_UTF8, "the line is not UTF-8", size, size);
    }

    private Optional<String> text(int size) {
        if (encoding == Encoding.WINDOWS_1252) {
            return Optional.of(new String(line, 0, size, WINDOWS_1252));
        }
        Optional<String> text = RawBytes.utf8(line, 0, size);
        if (encoding == Encoding.UNDECIDED && !text.map(String::length).equals(Optional.of(size))) {
            encoding = text.isPresent() ? Encoding.UTF_8 : Encoding.WINDOWS_1252;
            return text(size);
        }
        return text;
    }

    private void findLineEnd() {
        while (limit < buffer.length && !contains('\n') && fillMore()) {
            // Filled by fillMore.
        }
        lineEnd = (byte) (contains('\r') && !contains('\n') ? '\r' : '\n');
    }

    private boolean contains(char wanted) {
        for (int i = next; i < limit; i++) {
            if (buffer[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    private Line brokenOff(long start, IOException cause) {
        String reason = "the file breaks off here (" + why(cause) + "); nothing after this was read";
        return unreadable(start, Bad.TRUNCATED, reason, length > LONGEST_LINE ? KEPT_OF_TOO_LONG : kept, length);
    }

    private Line unreadable(long start, String code, String reason, int rawLength, long wholeLength) {
        return new Line.Unreadable(
                new Bad(number, start, code, "", reason, RawBytes.copyOf(line, 0, rawLength), wholeLength));
    }

    /** Why reading failed, for a person. */
    public static String why(IOException cause) {
        if (cause instanceof EOFException) {
            return "the gzip data ends too early";
        }
        return "it could not be read on: " + String.valueOf(cause.getMessage()).replaceFirst("\\.$", "");
    }

    private void dropByteOrderMark() {
        byte[] mark = "\uFEFF".getBytes(StandardCharsets.UTF_8);
        boolean more = true;
        while (limit < mark.length && more) {
            more = fillMore();
        }
        if (limit >= mark.length && Arrays.equals(buffer, 0, mark.length, mark, 0, mark.length)) {
            next = mark.length;
            offset = mark.length;
        }
    }

    private boolean fill() {
        next = 0;
        limit = 0;
        return fillMore();
    }

    private boolean fillMore() {
        if (failure != null) {
            return false;
        }
        try {
            int count = in.read(buffer, limit, buffer.length - limit);
            limit += Math.max(count, 0);
            return count > 0;
        } catch (IOException broken) {
            failure = broken;
            return false;
        }
    }
}
