package dev.streakline.application.fact;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an event says, as the first 128 bits of a SHA-256: its type, its instant to the microsecond, and its data as a JSON
 * value, so that offsets, the order of members and {@code 60} against {@code 60.0} make no difference (details 57 and 61).
 *
 * @param high the first eight bytes
 * @param low the next eight
 */
public record ContentDigest(long high, long low) {

    /**
     * @param data members of an accepted event: strings, booleans, numbers and lists of strings
     */
    static ContentDigest of(String type, @Nullable Instant time, Map<?, ?> data) {
        StringBuilder canonical = new StringBuilder();
        append(canonical, type);
        append(canonical, time == null ? "" : time.toString());
        Map<String, Object> sorted = new TreeMap<>();
        data.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        sorted.forEach((name, value) -> {
            append(canonical, name);
            appendValue(canonical, value);
        });
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
        return new ContentDigest(hash.getLong(), hash.getLong());
    }

    private static void appendValue(StringBuilder canonical, Object value) {
        if (value instanceof List<?> list) {
            canonical.append('[').append(list.size());
            list.forEach(item -> appendValue(canonical, item));
        } else if (value instanceof Number number) {
            canonical.append('n');
            append(
                    canonical,
                    new BigDecimal(number.toString()).stripTrailingZeros().toString());
        } else if (value instanceof Boolean) {
            canonical.append(value);
        } else {
            canonical.append('s');
            append(canonical, value.toString());
        }
    }

    /** Length-prefixed, so that no two different contents run together into the same text. */
    private static void append(StringBuilder canonical, String text) {
        canonical.append(text.length()).append(':').append(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256; this one has not", e);
        }
    }
}
