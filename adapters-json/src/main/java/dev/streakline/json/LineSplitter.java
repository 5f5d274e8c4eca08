package dev.streakline.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into lines, and stores one at a time, of a bounded length. A line ends at a line feed. If allowed, it
 * ends at a carriage return in a stream without line feeds at its beginning. Any bytes after the last line end are a
 * line too.
 */
public final class LineSplitter {

    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private byte lineEnd = '\n';
    private @Nullable IOException failure;

    private byte[] line = new byte[1 << 12];
    private int stored;
    private long length;
    private boolean isEnded;
    private long number;
    private long start;
    private long offset;

    /**
     * Splits a stream, which stays open.
     *
     * @param longest the longest line that is stored whole, in bytes without the line end
     */
    public LineSplitter(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * Skips a byte order mark, and lets lines end with a carriage return if the first 64 KiB have one and no line feed. To be
     * called before the first line.
     */
    public void allowFilesOfOtherSystems() {
        while (filled < buffer.length && !contains('\n') && fill()) {
            // fill does the work
        }
        lineEnd = (byte) (contains('\r') && !contains('\n') ? '\r' : '\n');
        int mark = BYTE_ORDER_MARK.length;
        if (filled >= mark && Arrays.equals(buffer, 0, mark, BYTE_ORDER_MARK, 0, mark)) {
            position = mark;
            offset = mark;
        }
    }

    /**
     * Goes to the next line.
     *
     * @return false at the end of the stream
     * @throws IOException when the stream fails; the line is then what was read of it
     */
    public boolean next() throws IOException {
        number++;
        stored = 0;
        length = 0;
        start = offset;
        isEnded = false;
        while (!isEnded && (position < filled || refill())) {
            int end = position;
            while (end < filled && buffer[end] != lineEnd) {
                end++;
            }
            store(position, end - position);
            isEnded = end < filled;
            offset += end - position + (isEnded ? 1 : 0);
            position = isEnded ? end + 1 : end;
        }
        if (!isEnded && failure != null) {
            throw failure;
        }
        return isEnded || length > 0;
    }

    /** One byte more than the longest line is stored, since a carriage return at its end need not count. */
    private void store(int from, int count) {
        length += count;
        int room = Math.min(count, longest + 1 - stored);
        if (stored + room > line.length) {
            line = Arrays.copyOf(line, Math.max(stored + room, Math.min(longest + 1, line.length * 2)));
        }
        System.arraycopy(buffer, from, line, stored, room);
        stored += room;
    }

    private boolean contains(char wanted) {
        for (int i = position; i < filled; i++) {
            if (buffer[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    private boolean refill() {
        position = 0;
        filled = 0;
        return fill();
    }

    /** A failure counts once the bytes before it are read. */
    private boolean fill() {
        if (failure != null) {
            return false;
        }
        try {
            int count = in.read(buffer, filled, buffer.length - filled);
            filled += Math.max(count, 0);
            return count > 0;
        } catch (IOException broken) {
            failure = broken;
            return false;
        }
    }

    /** The bytes of the line, of which the first {@link #stored} are valid; the next line overwrites them. */
    public byte[] bytes() {
        return line;
    }

    /** How many bytes are stored: all of them, or one more than the longest line may have. */
    public int stored() {
        return stored;
    }

    /** How many bytes the line has, without its end. */
    public long length() {
        return length;
    }

    /** Whether the line is too long to be stored whole. */
    public boolean isTooLong() {
        return length > longest;
    }

    /** Whether the line has nothing but spaces, tabs and carriage returns. */
    public boolean isBlank() {
        for (int i = 0; i < stored; i++) {
            if (line[i] != ' ' && line[i] != '\r' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The line end; empty where the stream ends instead. */
    public String lineEnd() {
        return isEnded ? String.valueOf((char) lineEnd) : "";
    }

    /** The number of the line, from 1. */
    public long number() {
        return number;
    }

    /** Where the line begins, in bytes from the beginning of the stream. */
    public long offset() {
        return start;
    }
}
