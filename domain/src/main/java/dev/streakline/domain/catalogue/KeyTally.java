package dev.streakline.domain.catalogue;

import java.util.Arrays;

/** Numbers distinct keys in the order of first sight: 0, 1, 2 and so on. A set and an index at once, for any {@code long}. */
public final class KeyTally {

    /** The number of an absent key. */
    public static final int NONE = -1;

    private static final int INITIAL_CAPACITY = 64;

    /** By number. */
    private long[] keys;
    /** Open addressing, at most half full: the key of each slot, read at the same time as its number. */
    private long[] keysOfSlots;
    /** The number of each slot plus one; 0 where the slot is free. */
    private int[] counts;

    private int size;

    /** An empty tally. */
    public KeyTally() {
        this(INITIAL_CAPACITY);
    }

    /**
     * An empty tally with room for {@code expected} keys.
     *
     * @param expected 0 to 2^28
     */
    public KeyTally(int expected) {
        this.keys = new long[Integer.highestOneBit(Math.max(INITIAL_CAPACITY, expected) * 2 - 1)];
        this.keysOfSlots = new long[2 * keys.length];
        this.counts = new int[2 * keys.length];
    }

    /** The number of a key; an absent key is added, with the number {@link #size()}. */
    public int indexOf(long key) {
        int slot = slot(key);
        if (counts[slot] == 0) {
            if (size == keys.length) {
                grow();
                slot = slot(key);
            }
            keys[size] = key;
            size++;
            put(slot, size);
        }
        return counts[slot] - 1;
    }

    /** The number of a key, or {@link #NONE}. */
    public int find(long key) {
        return counts[slot(key)] - 1;
    }

    /** The key of a number, 0 to {@link #size()} - 1. */
    public long key(int number) {
        return keys[number];
    }

    /** The keys by number, in a new array. */
    public long[] keys() {
        return Arrays.copyOf(keys, size);
    }

    /** How many keys there are. */
    public int size() {
        return size;
    }

    /** The slot that has the key, or the free one where the key belongs. */
    private int slot(long key) {
        int mask = counts.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> Long.numberOfLeadingZeros(keys.length));
        while (keysOfSlots[slot] != key && counts[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void put(int slot, int count) {
        keysOfSlots[slot] = keys[count - 1];
        counts[slot] = count;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        keysOfSlots = new long[2 * keys.length];
        counts = new int[2 * keys.length];
        for (int count = 1; count <= size; count++) {
            put(slot(keys[count - 1]), count);
        }
    }
}
