package dev.streakline.cli.history;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream of bytes, one at a time, each with its number and place.
 *
 * <p>A line ends at a line feed or at the end of the stream; an empty rest after the last line feed is no line. A line
 * of more than {@value #LONGEST} bytes is passed over without holding it: of it come the first {@value #SHOWN_OF_LONG}
 * bytes and its length. A byte order mark of UTF-8 before the first line belongs to no line. A stream that breaks ends here too, without an exception: {@link #damage()} then says why and
 * holds the beginning of the line that was being read.
 */
final class LineSource {
    /** Bytes of the longest line that is read, without its line feed. */
    static final int LONGEST = 1 << 20;

    /** Bytes that are kept of a longer one. */
    static final int SHOWN_OF_LONG = 1000;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;

    private final Deque<RawLine> returned = new ArrayDeque<>();
    private byte[] line = new byte[1024];
    private long number;
    private long offset;
    private @Nullable Damage damage;

    /** Why a stream broke, and the bytes after the last line feed before it did (none: an empty line). */
    record Damage(String reason, RawLine rest) {}

    /** Reads from the stream as lines are asked for, and never closes it. */
    LineSource(InputStream in) {
        this.in = in;
    }

    /** The next line; nothing at the end of the stream, and where it broke. */
    @Nullable
    RawLine next() {
        RawLine again = returned.pollFirst();
        return again != null ? again : damage == null ? read() : null;
    }

    /** Gives lines back: they come again, in this order, before any other. */
    void giveBack(Iterable<RawLine> lines) {
        Deque<RawLine> before = new ArrayDeque<>();
        lines.forEach(before::addFirst);
        before.forEach(returned::addFirst);
    }

    /** What broke the stream; asked for after the last line. */
    Optional<Damage> damage() {
        return Optional.ofNullable(damage);
    }

    private @Nullable RawLine read() {
        long length = 0;
        int held = 0;
        while (true) {
            if (from == to && !fill()) {
                return lastLine(length, held);
            }
            int feed = indexOfFeed();
            int end = feed < 0 ? to : feed;
            int room = Math.min(end - from, LONGEST - held);
            hold(held, room);
            held += room;
            length += end - from;
            from = end;
            if (feed >= 0) {
                from++;
                return line(length, held, 1);
            }
        }
    }

    private @Nullable RawLine lastLine(long length, int held) {
        Damage broken = damage;
        if (broken == null) {
            return length == 0 ? null : line(length, held, 0);
        }
        damage = new Damage(broken.reason(), line(length, held, 0));
        return null;
    }

    private RawLine line(long length, int held, int feed) {
        int mark = number == 0 && held >= 3 && startsWithMark() ? 3 : 0;
        int kept = length > LONGEST ? SHOWN_OF_LONG : held;
        number++;
        RawLine found = new RawLine(number, offset + mark, length - mark, Arrays.copyOfRange(line, mark, kept));
        offset += length + feed;
        return found;
    }

    private boolean startsWithMark() {
        return line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF;
    }

    private void hold(int held, int more) {
        if (held + more > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST, Math.max(held + more, 2 * line.length)));
        }
        System.arraycopy(buffer, from, line, held, more);
    }

    private int indexOfFeed() {
        for (int at = from; at < to; at++) {
            if (buffer[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    /** Fills the empty buffer; false at the end, and when the stream broke. */
    private boolean fill() {
        try {
            from = 0;
            to = Math.max(0, in.read(buffer));
        } catch (IOException broken) {
            to = 0;
            String reason = broken instanceof GzipDamaged ? "the gzip stream ends early" : "the file cannot be read on";
            damage = new Damage(
                    reason + " after line " + number + " (" + broken.getMessage() + ")",
                    new RawLine(number + 1, offset, 0, new byte[0]));
        }
        return to > 0;
    }
}
