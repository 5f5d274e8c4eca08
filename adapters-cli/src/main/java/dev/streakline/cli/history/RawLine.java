package dev.streakline.cli.history;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A line (or the lines of one record) of a file as it was found, byte for byte, and where.
 *
 * <p>The bytes end before the line feed; a carriage return before it belongs to them, so that bytes + line feed are
 * what stood in the file. {@link #text()} leaves it out. Of a line that is longer than its reader holds only the
 * first bytes are here, and {@link #length()} says how long it was.
 */
public final class RawLine {
    /** The text of a broken sequence once decoded, and a character that text may also really contain. */
    private static final char REPLACEMENT = '\uFFFD';

    private final long number;
    private final long offset;
    private final long length;
    private final byte[] bytes;

    /** Takes over {@code bytes}: the caller must not write to them any more. */
    RawLine(long number, long offset, long length, byte[] bytes) {
        if (number < 1 || offset < 0 || length < bytes.length) {
            throw new IllegalArgumentException("a line needs number >= 1, offset >= 0 and length >= " + bytes.length
                    + "; given " + number + ", " + offset + ", " + length);
        }
        this.number = number;
        this.offset = offset;
        this.length = length;
        this.bytes = bytes;
    }

    /**
     * The number of the (first) line.
     *
     * @return 1 for the first line of the file
     */
    public long number() {
        return number;
    }

    /**
     * Where the line begins.
     *
     * @return bytes before it in the uncompressed stream, a byte order mark included
     */
    public long offset() {
        return offset;
    }

    /**
     * How long the line is.
     *
     * @return bytes without the line feed at the end; more than are held when {@link #isCut()}
     */
    public long length() {
        return length;
    }

    /**
     * Whether the line was too long to be held.
     *
     * @return true when only its first bytes are here
     */
    public boolean isCut() {
        return length > bytes.length;
    }

    /**
     * What stood in the file, without the line feed at the end.
     *
     * @return a copy of the bytes held
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The line as text: without one carriage return at its end.
     *
     * @return nothing when the bytes are not valid UTF-8 or the line is cut
     */
    public Optional<String> text() {
        int end = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return isCut() ? Optional.empty() : decoded(end);
    }

    /** All bytes held as text, the carriage return included; nothing when they are not valid UTF-8. */
    Optional<String> wholeText() {
        return decoded(bytes.length);
    }

    /** Whether nothing but spaces, tabs and a carriage return stands here. */
    boolean isBlank() {
        for (byte each : bytes) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return !isCut();
    }

    /** The record that this line and the next one make together, with the line feed between them. */
    RawLine and(RawLine next) {
        byte[] joined = new byte[bytes.length + 1 + next.bytes.length];
        System.arraycopy(bytes, 0, joined, 0, bytes.length);
        joined[bytes.length] = '\n';
        System.arraycopy(next.bytes, 0, joined, bytes.length + 1, next.bytes.length);
        return new RawLine(number, offset, joined.length, joined);
    }

    private Optional<String> decoded(int end) {
        String lenient = new String(bytes, 0, end, StandardCharsets.UTF_8);
        if (lenient.indexOf(REPLACEMENT) < 0) {
            return Optional.of(lenient);
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, end))
                    .toString());
        } catch (CharacterCodingException broken) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "line " + number + " (" + length + " bytes at " + offset + ")";
    }
}
