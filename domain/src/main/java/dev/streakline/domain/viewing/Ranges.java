package dev.streakline.domain.viewing;

import java.util.Arrays;

/** The union of half-open ranges of positions in a title, in seconds, kept disjoint and ascending. */
final class Ranges {

    private long[] from = new long[4];
    private long[] to = new long[4];
    private int size;
    private long covered;

    /** Adds {@code [start, end)}; nothing when it is empty. Ranges that touch become one. */
    void add(long start, long end) {
        if (end <= start) {
            return;
        }
        int first = firstEndingFrom(start);
        int last = first;
        long low = start;
        long high = end;
        while (last < size && from[last] <= end) {
            low = Math.min(low, from[last]);
            high = Math.max(high, to[last]);
            covered -= to[last] - from[last];
            last++;
        }
        replace(first, last);
        from[first] = low;
        to[first] = high;
        covered += high - low;
    }

    /** The first range that ends at a position or after it. */
    private int firstEndingFrom(long position) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (to[middle] < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Makes room for one range in the place of those from {@code first} to {@code last}, exclusive. */
    private void replace(int first, int last) {
        if (first == last && size == from.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
        }
        System.arraycopy(from, last, from, first + 1, size - last);
        System.arraycopy(to, last, to, first + 1, size - last);
        size += 1 - (last - first);
    }

    /** How many seconds are in any of the ranges. */
    long covered() {
        return covered;
    }
}
