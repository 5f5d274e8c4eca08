package dev.streakline.domain.ranking;

/**
 * Sorts keys with a payload each, ascending and stable, byte by byte from the lowest; bytes that are the same in all
 * keys cost nothing. A million values of 27 bits take a fraction of the time of {@link java.util.Arrays#sort(long[])}
 * without payloads.
 */
final class RadixSort {

    private static final int BYTE = 8;
    private static final int DIGITS = 1 << BYTE;

    private long[] keys;
    private long[] payloads;
    private long[] spareKeys;
    private long[] spareRiders;

    private RadixSort(long[] keys, long[] payloads) {
        this.keys = keys;
        this.payloads = payloads;
        this.spareKeys = new long[keys.length];
        this.spareRiders = new long[keys.length];
    }

    /** Sorts the array of keys itself, and moves the payloads with them. */
    static void sort(long[] keys, long[] payloads) {
        RadixSort sort = new RadixSort(keys, payloads);
        long differing = 0;
        for (long key : keys) {
            differing |= key ^ keys[0];
        }
        for (int shift = 0; shift < Long.SIZE; shift += BYTE) {
            if ((differing >>> shift & (DIGITS - 1)) != 0) {
                sort.byDigit(shift);
            }
        }
        if (sort.keys != keys) {
            System.arraycopy(sort.keys, 0, keys, 0, keys.length);
            System.arraycopy(sort.payloads, 0, payloads, 0, payloads.length);
        }
    }

    private void byDigit(int shift) {
        // The highest byte has the sign; inverting it sorts negative keys first.
        int sign = shift == Long.SIZE - BYTE ? DIGITS / 2 : 0;
        int[] next = new int[DIGITS];
        for (long key : keys) {
            next[digit(key, shift) ^ sign]++;
        }
        int start = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int count = next[digit];
            next[digit] = start;
            start += count;
        }
        for (int i = 0; i < keys.length; i++) {
            int place = next[digit(keys[i], shift) ^ sign]++;
            spareKeys[place] = keys[i];
            spareRiders[place] = payloads[i];
        }
        long[] sortedKeys = spareKeys;
        spareKeys = keys;
        keys = sortedKeys;
        long[] sortedRiders = spareRiders;
        spareRiders = payloads;
        payloads = sortedRiders;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (DIGITS - 1);
    }
}
