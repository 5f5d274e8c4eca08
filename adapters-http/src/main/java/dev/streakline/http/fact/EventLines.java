package dev.streakline.http.fact;

import com.fasterxml.jackson.core.JsonParser;
import dev.streakline.http.exchange.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream, one at a time; of a line that is too long nothing is kept. */
final class EventLines {

    /** A line that is longer is no event, in bytes. */
    static final int LONGEST = 256 * 1024;

    private final InputStream body;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;

    private byte[] line = new byte[1024];
    private int length;
    private long number;

    EventLines(InputStream body) {
        this.body = body;
    }

    /** Goes to the next line; false when there is none. */
    boolean next() throws IOException {
        length = 0;
        boolean isAny = false;
        while (position < filled || fill()) {
            isAny = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            append(end);
            position = end;
            if (end < filled) {
                position++;
                break;
            }
        }
        if (isAny) {
            number++;
        }
        return isAny;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, body.read(buffer));
        return filled > 0;
    }

    private void append(int end) {
        int more = end - position;
        if (length + more <= LONGEST) {
            if (length + more > line.length) {
                line = Arrays.copyOf(line, Math.max(length + more, line.length * 2));
            }
            System.arraycopy(buffer, position, line, length, more);
        }
        length = Math.min(LONGEST + 1, length + more);
    }

    /** From 1 on. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return length > LONGEST;
    }

    boolean isBlank() {
        for (int i = 0; i < Math.min(length, LONGEST); i++) {
            if (line[i] != ' ' && line[i] != '\r' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    JsonParser parser() throws IOException {
        return Json.EVENTS.createParser(line, 0, length);
    }
}
