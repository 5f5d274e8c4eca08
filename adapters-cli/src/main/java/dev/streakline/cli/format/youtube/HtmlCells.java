package dev.streakline.cli.format.youtube;

import dev.streakline.application.format.HistoryItem.RejectedLine;
import dev.streakline.application.format.RawBytes;
import dev.streakline.application.format.Reach;
import dev.streakline.cli.format.line.Line;
import dev.streakline.cli.format.line.LineSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the HTML of Google Takeout into the texts of its entries, each with the number of its first line and its offset.
 * The file may be one line of many megabytes. Buffers one entry of at most 1 MiB; of a longer one only the beginning is
 * kept. When the file ends before the page does, the last entry is an unreadable one.
 */
public final class HtmlCells {
    /** The beginning of every entry. */
    static final String START = "<div class=\"outer-cell";

    private static final String END_OF_PAGE = "</body>";
    private static final int KEPT_OF_TOO_LONG = 1000;

    private final Reader in;
    private final char[] buffer = new char[1 << 13];
    private final StringBuilder held = new StringBuilder();
    private long line = 1;
    private long offset;
    private boolean isInCell;
    private boolean ended;
    private @Nullable IOException failure;

    HtmlCells(InputStream in) {
        this.in = new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /** The next entry; empty at the end of what can be read. */
    Optional<Line> next() {
        while (!isInCell) {
            int start = find(START, 0);
            if (start < 0) {
                return Optional.empty();
            }
            drop(start);
            isInCell = true;
        }
        int end = find(START, START.length());
        if (end >= 0) {
            return Optional.of(cut(end));
        }
        isInCell = false;
        int endOfPage = held.indexOf(END_OF_PAGE);
        if (endOfPage >= 0 && failure == null) {
            return Optional.of(cut(endOfPage));
        }
        failure = failure == null ? new EOFException() : failure;
        String why = failure instanceof EOFException ? "the page is not closed" : LineSource.why(failure);
        Line last = unreadable(RejectedLine.TRUNCATED, LineSource.endsHere(why), held.length());
        held.setLength(0);
        return Optional.of(last);
    }

    /** How far the file was read; certain once {@link #next()} has returned empty. */
    Reach reach() {
        return failure == null ? Reach.COMPLETE : Reach.TRUNCATED;
    }

    private Line cut(int end) {
        Line cell = end > LineSource.LONGEST_LINE
                ? unreadable(RejectedLine.TOO_LONG, "the entry is longer than 1 MiB", end)
                : new Line.Text(line, offset, held.substring(0, end).stripTrailing(), "");
        drop(end);
        return cell;
    }

    private Line unreadable(String code, String reason, int length) {
        RawBytes raw = RawBytes.of(held.substring(0, Math.min(length, KEPT_OF_TOO_LONG)));
        return new Line.Unreadable(
                new RejectedLine(line, offset, code, "", reason, raw, Math.max(length, raw.length())));
    }

    /** The position of a text from an index on; −1 when the file ends before it. */
    private int find(String wanted, int from) {
        int searched = from;
        while (true) {
            int found = held.indexOf(wanted, searched);
            if (found >= 0) {
                return found;
            }
            searched = Math.max(from, held.length() - wanted.length() + 1);
            if (held.length() > 2 * LineSource.LONGEST_LINE) {
                // Too long for an entry: keeps its beginning, and searches for its end.
                held.delete(LineSource.LONGEST_LINE + 1, held.length() - wanted.length());
                searched = LineSource.LONGEST_LINE;
            }
            if (!fill()) {
                return -1;
            }
        }
    }

    private boolean fill() {
        if (ended) {
            return false;
        }
        try {
            int count = in.read(buffer);
            ended = count < 0;
            held.append(buffer, 0, Math.max(count, 0));
        } catch (IOException broken) {
            failure = broken;
            ended = true;
        }
        return !ended;
    }

    private void drop(int count) {
        for (int i = 0; i < count; i++) {
            char unit = held.charAt(i);
            line += unit == '\n' ? 1 : 0;
            offset += unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
        }
        held.delete(0, count);
    }
}
