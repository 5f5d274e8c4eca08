package dev.streakline.http.intake;

import com.fasterxml.jackson.core.JsonParser;
import dev.streakline.json.Json;
import java.io.IOException;
import java.util.Arrays;

/** The bytes of one event, collected in pieces, up to the most bytes that an event may have. */
final class EventBytes {

    /** An event that is longer is refused, in bytes. */
    static final int LONGEST = 256 * 1024;

    private byte[] bytes = new byte[1024];
    private int length;

    /** Begins the next event. */
    void clear() {
        length = 0;
    }

    /** Adds the bytes of a buffer from {@code start} up to {@code end}, exclusive; of an event that is too long nothing more. */
    void append(byte[] buffer, int start, int end) {
        int more = end - start;
        if (length + more <= LONGEST) {
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
            }
            System.arraycopy(buffer, start, bytes, length, more);
        }
        length = Math.min(LONGEST + 1, length + more);
    }

    boolean isTooLong() {
        return length > LONGEST;
    }

    JsonParser parser() throws IOException {
        return Json.EVENTS.createParser(bytes, 0, length);
    }
}
