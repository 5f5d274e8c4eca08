package dev.streakline.domain.ranking;

/** A set of viewers' keys, of any {@code long}. */
final class ViewerSet {

    private final long[] viewers;
    /** By hash, the index in {@link #viewers} plus one; 0 where nobody is. At most half are taken. */
    private final int[] table;

    ViewerSet(long[] viewers) {
        this.viewers = viewers;
        this.table = new int[Integer.highestOneBit(Math.max(1, viewers.length)) * 4];
        for (int i = 0; i < viewers.length; i++) {
            table[place(viewers[i])] = i + 1;
        }
    }

    boolean contains(long viewer) {
        return table[place(viewer)] != 0;
    }

    /** Where a viewer is, or would be. */
    private int place(long viewer) {
        int mask = table.length - 1;
        int place = (int) ((viewer * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (table[place] != 0 && viewers[table[place] - 1] != viewer) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
