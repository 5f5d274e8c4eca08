package dev.streakline.cli.format.play;

/**
 * Counts how often texts have come, in 16 to 32 bytes for each. So a file of ten million rows needs a few hundred
 * megabytes. Texts are distinguished by 64 bits of their SHA-256: among ten million, the probability that two are
 * confused is 3 in a million.
 */
public final class Tally {
    private static final int FIRST_SIZE = 1 << 10;

    private long[] keys = new long[FIRST_SIZE];
    private int[] counts = new int[FIRST_SIZE];
    private int used;

    /** How often the text has come, with this time. */
    public int add(String text) {
        if (used * 4L > keys.length * 3L) {
            grow();
        }
        long key = Long.parseUnsignedLong(RowIds.digest(text), 0, 16, 16);
        int slot = slot(key);
        if (counts[slot] == 0) {
            keys[slot] = key;
            used++;
        }
        counts[slot] = Math.addExact(counts[slot], 1);
        return counts[slot];
    }

    /** The slot with the key, or the free one where it belongs. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) key & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[Math.multiplyExact(oldKeys.length, 2)];
        counts = new int[keys.length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldCounts[old] != 0) {
                int slot = slot(oldKeys[old]);
                keys[slot] = oldKeys[old];
                counts[slot] = oldCounts[old];
            }
        }
    }
}
