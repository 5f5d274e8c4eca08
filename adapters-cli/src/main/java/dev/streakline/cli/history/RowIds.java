package dev.streakline.cli.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Ids made from the content of rows: reading a file again gives the same ids, and equal rows of one file stay distinct by
 * their ordinal. Example: three equal rows are {@code 0f3a…}, {@code 0f3a…#2} and {@code 0f3a…#3}.
 */
final class RowIds {
    private static final int DIGEST_BYTES = 16;

    private final Tally seen = new Tally();

    /** The id of the next row with these values. */
    String next(List<String> values) {
        String digest = digest(values);
        int ordinal = seen.add(digest);
        return ordinal == 1 ? digest : digest + "#" + ordinal;
    }

    /** 32 hex digits: the first half of the SHA-256 over every value with its length in bytes before it. */
    static String digest(List<String> values) {
        MessageDigest sha256 = sha256();
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            sha256.update(bytes);
        }
        return HexFormat.of().formatHex(sha256.digest(), 0, DIGEST_BYTES);
    }

    /** 32 hex digits: the first half of the SHA-256 of the text in UTF-8. */
    static String digest(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)), 0, DIGEST_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
