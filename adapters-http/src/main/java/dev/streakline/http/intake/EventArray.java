package dev.streakline.http.intake;

import com.fasterxml.jackson.core.JsonParser;
import dev.streakline.http.web.ProblemCode;
import dev.streakline.http.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The items of a JSON array, one at a time, as the bytes that were sent. A fault within an item does not affect the
 * others. Nothing of a too long item is stored.
 */
final class EventArray {

    private static final int END = -1;
    private static final String FIRST_OF_VALUES = "[{\"-0123456789";

    private final InputStream body;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;

    private final EventBytes item = new EventBytes();
    private int count;

    EventArray(InputStream body) {
        this.body = body;
    }

    /**
     * Goes to the next item; false when the array ends.
     *
     * @throws ProblemException when the body is no array
     */
    boolean next() throws IOException {
        int first = afterSpace();
        if (count == 0) {
            requireArray(first);
            position++;
            first = afterSpace();
        }
        if (first == ']') {
            position++;
            requireEnd();
            return false;
        }
        if (count > 0) {
            if (first != ',') {
                throw malformed("after item " + (count - 1) + " there is neither a comma nor the end of the array");
            }
            position++;
            first = afterSpace();
        }
        item.clear();
        readValue(first);
        count++;
        return true;
    }

    private static void requireArray(int first) {
        if (first != END && FIRST_OF_VALUES.indexOf(first) < 0) {
            throw malformed("it does not begin with a value");
        }
        if (first != '[') {
            throw ProblemException.at("", "body.invalid", "The body must be an array of events.");
        }
    }

    /** The index of the item, from 0. */
    int index() {
        return count - 1;
    }

    boolean isTooLong() {
        return item.isTooLong();
    }

    JsonParser parser() throws IOException {
        return item.parser();
    }

    /** Brackets of both kinds are counted as one: the parser of the item finds which is wrong. */
    private void readValue(int first) throws IOException {
        int depth = 0;
        int value = first;
        do {
            if (value == END || (value == ',' && depth == 0)) {
                throw malformed("item " + count + " is missing, or ends too early");
            }
            if (value == '"') {
                readText();
            } else {
                if (value == '{' || value == '[') {
                    depth++;
                } else if (value == '}' || value == ']') {
                    depth--;
                }
                append(position + 1);
            }
            value = peek();
        } while (depth > 0 || !isDelimiter(value));
    }

    private static boolean isDelimiter(int value) {
        return value == ',' || value == ']' || value == '}' || value == END || isSpace(value);
    }

    /** A text up to its closing quotation mark, in as few steps as the buffer allows: most of an item is text. */
    private void readText() throws IOException {
        int scanned = position + 1;
        boolean isEscaped = false;
        while (true) {
            while (scanned < filled) {
                byte value = buffer[scanned++];
                if (value == '"' && !isEscaped) {
                    append(scanned);
                    return;
                }
                isEscaped = value == '\\' && !isEscaped;
            }
            append(filled);
            if (peek() == END) {
                return;
            }
            scanned = position;
        }
    }

    /** Appends the bytes before {@code end} in the buffer. */
    private void append(int end) {
        item.append(buffer, position, end);
        position = end;
    }

    private void requireEnd() throws IOException {
        if (afterSpace() != END) {
            throw malformed("there is more text after the array");
        }
    }

    private int afterSpace() throws IOException {
        int value = peek();
        while (isSpace(value)) {
            position++;
            value = peek();
        }
        return value;
    }

    private static boolean isSpace(int value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    private int peek() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, body.read(buffer));
        }
        return filled == 0 ? END : buffer[position] & 0xFF;
    }

    private static ProblemException malformed(String what) {
        return ProblemException.because(ProblemCode.REQUEST_MALFORMED, "The body is not JSON: " + what + ".");
    }
}
