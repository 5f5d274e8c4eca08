package dev.streakline.application.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Bytes of a file: immutable, equal by content. */
public final class RawBytes {
    private final byte[] bytes;

    private RawBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of {@code length} bytes from {@code from} on. */
    public static RawBytes copyOf(byte[] buffer, int from, int length) {
        return new RawBytes(Arrays.copyOfRange(buffer, from, from + length));
    }

    /** The bytes of the text in UTF-8. */
    public static RawBytes of(String text) {
        return new RawBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return bytes.clone();
    }

    /** The bytes as text, when they are valid UTF-8. */
    public Optional<String> text() {
        return utf8(bytes, 0, bytes.length);
    }

    /** The bytes as text; what is not UTF-8 becomes U+FFFD. */
    public String lenientText() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The bytes as text when they are valid UTF-8: no overlong forms, no surrogates. */
    public static Optional<String> utf8(byte[] buffer, int from, int length) {
        String text = new String(buffer, from, length, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0) {
            return Optional.of(text);
        }
        // The file itself may contain U+FFFD: only the strict decoder can distinguish it from a replacement.
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(buffer, from, length))
                    .toString());
        } catch (CharacterCodingException broken) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text().orElseGet(() -> bytes.length + " bytes");
    }
}
