package dev.streakline.http.intake;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream, one at a time; of a line that is too long nothing is kept. */
final class EventLines {

    /** A line that is longer is no event, in bytes. */
    static final int LONGEST = 256 * 1024;

    private final InputStream body;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;

    private final EventBytes line = new EventBytes();
    private long number;

    EventLines(InputStream body) {
        this.body = body;
    }

    /** Goes to the next line; false when there is none. */
    boolean next() throws IOException {
        line.clear();
        boolean isAny = false;
        while (position < filled || fill()) {
            isAny = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.append(buffer, position, end);
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

    /** From 1 on. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return line.isTooLong();
    }

    boolean isBlank() {
        return line.isBlank();
    }

    JsonParser parser() throws IOException {
        return line.parser();
    }
}
