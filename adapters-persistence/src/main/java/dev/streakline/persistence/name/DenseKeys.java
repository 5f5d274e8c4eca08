package dev.streakline.persistence.name;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Keys of the database as dense numbers, in the order of first sight: 0, 1, 2 and so on. */
public final class DenseKeys {

    /** The number of a key that was never seen. */
    static final int NONE = -1;

    private long[] keys = new long[64];
    private int size;
    /** Open addressing, at most half full; a slot holds a number, or {@link #NONE}. */
    private int[] slots = emptySlots(2 * keys.length);
    /** The keys once more, by slot: to look there does not wait for the number. */
    private long[] keysOfSlots = new long[slots.length];

    private static int[] emptySlots(int count) {
        int[] slots = new int[count];
        Arrays.fill(slots, NONE);
        return slots;
    }

    /** The number of a key, which is seen or new. */
    public int of(long key) {
        int slot = slot(key);
        if (slots[slot] == NONE) {
            if (size == keys.length) {
                grow();
                slot = slot(key);
            }
            slots[slot] = size;
            keysOfSlots[slot] = key;
            keys[size++] = key;
        }
        return slots[slot];
    }

    /** The number of a key that was seen; {@link #NONE} for another. */
    public int find(long key) {
        return slots[slot(key)];
    }

    /** The key of a number. */
    public long key(int number) {
        return keys[number];
    }

    /** The slot where a key stands or would stand. */
    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (keysOfSlots[slot] != key && slots[slot] != NONE) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        slots = emptySlots(2 * keys.length);
        keysOfSlots = new long[slots.length];
        for (int number = 0; number < size; number++) {
            int slot = slot(keys[number]);
            slots[slot] = number;
            keysOfSlots[slot] = keys[number];
        }
    }

    /** How many keys were seen. */
    public int size() {
        return size;
    }

    /** The keys from a number on as an array within a statement. */
    String sqlArrayFrom(int number) {
        return Arrays.stream(keys, number, size).mapToObj(String::valueOf).collect(Collectors.joining(",", "'{", "}'"));
    }

    /** The keys by their numbers. */
    public Long[] keys() {
        return Arrays.stream(keys, 0, size).boxed().toArray(Long[]::new);
    }
}
