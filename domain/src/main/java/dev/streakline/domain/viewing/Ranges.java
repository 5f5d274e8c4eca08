package dev.streakline.domain.viewing;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The union of half-open ranges of positions in a title, in seconds, stored disjoint. Adding n ranges in any order
 * costs O(n log n).
 */
final class Ranges {

    /** The end of each range by its start; no two touch. */
    private final NavigableMap<Long, Long> ends = new TreeMap<>();

    private long covered;

    /** Adds {@code [start, end)}; nothing when it is empty. Ranges that touch become one. */
    void add(long start, long end) {
        if (end <= start) {
            return;
        }
        long low = start;
        long high = end;
        Map.Entry<Long, Long> touched = ends.floorEntry(high);
        while (touched != null && touched.getValue() >= low) {
            ends.remove(touched.getKey());
            covered -= touched.getValue() - touched.getKey();
            low = Math.min(low, touched.getKey());
            high = Math.max(high, touched.getValue());
            touched = ends.floorEntry(high);
        }
        ends.put(low, high);
        covered += high - low;
    }

    /** How many seconds are in any of the ranges. */
    long covered() {
        return covered;
    }
}
