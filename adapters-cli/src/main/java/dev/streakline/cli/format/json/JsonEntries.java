package dev.streakline.cli.format.json;

import dev.streakline.application.format.HistoryItem.RejectedLine;
import dev.streakline.application.format.RawBytes;
import dev.streakline.application.format.Reach;
import dev.streakline.cli.format.line.Line;
import dev.streakline.cli.format.line.LineSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts JSON lists into the texts of their entries, each with the number of its first line and its offset. The entries
 * are not parsed here. A parser of the whole file would stop at its first broken byte; a broken entry that was cut out
 * costs only itself.
 *
 * <p>Only quotes and brackets are followed. A line end closes an open quote, since JSON has none in texts, so that a
 * lost quote does not swallow the rest of the file. Buffers one entry of at most 1 MiB; of a longer one only the first
 * 1000 bytes are kept. When the bytes fail or end inside a list, the last entry is an unreadable one. It has the code
 * {@code file.truncated} and the bytes that were read of it.
 */
public final class JsonEntries {
    private static final int KEPT_OF_TOO_LONG = 1000;
    private static final int END = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int limit;
    private long offset;
    private long line = 1;

    private byte[] entry = new byte[1 << 12];
    private int kept;
    private long length;
    private long visibleLength;
    private long firstOffset;
    private long firstLine;

    private boolean inList;
    private boolean ended;
    private @Nullable IOException failure;

    public JsonEntries(InputStream in) {
        this.in = in;
    }

    /** Whether a byte may occur between entries: white space, or one of a byte order mark. */
    static boolean isBetweenEntries(int read) {
        return read == ' ' || read == '\n' || read == '\r' || read == '\t' || isOfByteOrderMark(read);
    }

    /** The next entry; empty at the end of what can be read. */
    Optional<Line> next() {
        while (!ended) {
            int first = skipped();
            if (first == END) {
                return atEnd();
            }
            if (inList && first == ']') {
                take();
                inList = false;
            } else if (inList) {
                return Optional.of(cut());
            } else if (first == '[') {
                take();
                inList = true;
            } else {
                return Optional.of(notAList());
            }
        }
        return Optional.empty();
    }

    /** How far the file was read; certain once {@link #next()} has returned empty. */
    public Reach reach() {
        return failure == null ? Reach.COMPLETE : Reach.TRUNCATED;
    }

    private Optional<Line> atEnd() {
        ended = true;
        if (failure == null && inList) {
            failure = new EOFException();
        }
        begin();
        return failure == null ? Optional.empty() : Optional.of(brokenOff(failure));
    }

    private Line notAList() {
        begin();
        for (int read = peek(); read != END && kept < KEPT_OF_TOO_LONG; read = peek()) {
            keep(take());
        }
        ended = true;
        failure = new IOException("this is not a JSON list");
        return unreadable(RejectedLine.NOT_JSON, "not an entry of a JSON list; nothing from this point was read", kept);
    }

    private Line cut() {
        begin();
        Brackets brackets = new Brackets();
        for (int read = peek(); read != END; read = peek()) {
            if (brackets.endBefore(read)) {
                return finished(read);
            }
            brackets.follow(read);
            keep(take());
            visibleLength = isBetweenEntries(read) ? visibleLength : length;
        }
        ended = true;
        failure = failure == null ? new EOFException() : failure;
        return brokenOff(failure);
    }

    private Line finished(int end) {
        if (end == ',') {
            take();
        }
        if (visibleLength > LineSource.LONGEST_LINE) {
            return unreadable(RejectedLine.TOO_LONG, "the entry is longer than 1 MiB", KEPT_OF_TOO_LONG);
        }
        int size = (int) visibleLength;
        Optional<String> text = RawBytes.utf8(entry, 0, size);
        return text.isPresent()
                ? new Line.Text(firstLine, firstOffset, text.get(), "")
                : unreadable(RejectedLine.NOT_UTF8, "the entry is not UTF-8", size);
    }

    private Line brokenOff(IOException cause) {
        String why = cause instanceof EOFException ? "the list is not closed" : LineSource.why(cause);
        return unreadable(
                RejectedLine.TRUNCATED,
                LineSource.endsHere(why),
                length > LineSource.LONGEST_LINE ? KEPT_OF_TOO_LONG : kept);
    }

    private Line unreadable(String code, String reason, int size) {
        RawBytes raw = RawBytes.copyOf(entry, 0, Math.min(size, kept));
        return new Line.Unreadable(
                new RejectedLine(firstLine, firstOffset, code, "", reason, raw, Math.max(visibleLength, raw.length())));
    }

    private void begin() {
        kept = 0;
        length = 0;
        visibleLength = 0;
        firstOffset = offset;
        firstLine = line;
    }

    private void keep(int read) {
        length++;
        if (kept == LineSource.LONGEST_LINE) {
            return;
        }
        if (kept == entry.length) {
            entry = Arrays.copyOf(entry, Math.min(LineSource.LONGEST_LINE, kept * 2));
        }
        entry[kept++] = (byte) read;
    }

    /** Skips what may occur between entries; returns the first byte after it, which is not consumed yet. */
    private int skipped() {
        int first = peek();
        while (inList ? isBetweenEntries(first) && !isOfByteOrderMark(first) : isBetweenEntries(first)) {
            take();
            first = peek();
        }
        return first;
    }

    private static boolean isOfByteOrderMark(int read) {
        return read == 0xEF || read == 0xBB || read == 0xBF;
    }

    private int peek() {
        return next < limit || fill() ? buffer[next] & 0xFF : END;
    }

    private int take() {
        int read = buffer[next++] & 0xFF;
        offset++;
        if (read == '\n') {
            line++;
        }
        return read;
    }

    private boolean fill() {
        if (failure != null) {
            return false;
        }
        try {
            next = 0;
            limit = Math.max(in.read(buffer, 0, buffer.length), 0);
            return limit > 0;
        } catch (IOException broken) {
            limit = 0;
            failure = broken;
            return false;
        }
    }

    /** How deep the bytes read so far are inside an entry's brackets and quotes. */
    private static final class Brackets {
        private int depth;
        private boolean quoted;
        private boolean escaped;

        /** Whether the entry ends before this byte. */
        boolean endBefore(int read) {
            return depth == 0 && !quoted && (read == ',' || read == ']');
        }

        void follow(int read) {
            if (quoted) {
                quoted = read != '\n' && (escaped || read != '"');
                escaped = !escaped && read == '\\';
            } else {
                switch (read) {
                    case '"' -> quoted = true;
                    case '{', '[' -> depth++;
                    case '}', ']' -> depth = Math.max(0, depth - 1);
                    default -> {}
                }
            }
        }
    }
}
