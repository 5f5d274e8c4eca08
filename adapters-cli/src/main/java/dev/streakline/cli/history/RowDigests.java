package dev.streakline.cli.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Identities for rows that have none: made from their content, and by how many equal rows came before.
 *
 * <p>The digest is the first 16 bytes of SHA-256 over each value's length in UTF-8 (4 bytes, the highest first) and
 * its bytes, so that ("ab", "c") and ("a", "bc") differ. The first row of a content is its 32 hex digits, the second
 * equal one adds {@code #2}. Reading a file again makes the same identities; a longer file keeps those of the shorter.
 *
 * <p>Holds 20 bytes per different row, in a table that is at most half full.
 */
final class RowDigests {
    private static final int DIGEST_BYTES = 16;

    private long[] digests = new long[2 * 1024];
    private int[] counts = new int[1024];
    private int used;

    /** The identity of the next row with these values. */
    String identityOf(List<String> values) {
        byte[] digest = digest(values);
        int ordinal = countOf(
                ByteBuffer.wrap(digest).getLong(), ByteBuffer.wrap(digest, 8, 8).getLong());
        String hex = HexFormat.of().formatHex(digest);
        return ordinal == 1 ? hex : hex + "#" + ordinal;
    }

    /** 32 hex digits for a text: the beginning of the SHA-256 of its UTF-8. */
    static String hexOf(String text) {
        byte[] whole = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(whole, 0, DIGEST_BYTES);
    }

    private static byte[] digest(List<String> values) {
        MessageDigest sha = sha256();
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
            sha.update(bytes);
        }
        return Arrays.copyOf(sha.digest(), DIGEST_BYTES);
    }

    /** Counts one more of this digest: 1 the first time. */
    private int countOf(long high, long low) {
        if (2 * used >= counts.length) {
            grow();
        }
        int slot = slot(high, low);
        if (counts[slot] == 0) {
            used++;
            digests[2 * slot] = high;
            digests[2 * slot + 1] = low;
        }
        return ++counts[slot];
    }

    private int slot(long high, long low) {
        int mask = counts.length - 1;
        int slot = (int) low & mask;
        while (counts[slot] != 0 && (digests[2 * slot] != high || digests[2 * slot + 1] != low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldDigests = digests;
        int[] oldCounts = counts;
        digests = new long[2 * oldDigests.length];
        counts = new int[2 * oldCounts.length];
        for (int old = 0; old < oldCounts.length; old++) {
            if (oldCounts[old] != 0) {
                int slot = slot(oldDigests[2 * old], oldDigests[2 * old + 1]);
                digests[2 * slot] = oldDigests[2 * old];
                digests[2 * slot + 1] = oldDigests[2 * old + 1];
                counts[slot] = oldCounts[old];
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
