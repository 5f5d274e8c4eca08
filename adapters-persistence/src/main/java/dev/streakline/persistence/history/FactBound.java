package dev.streakline.persistence.history;

/**
 * How many facts are read at once, so that no history, however long, takes the whole heap. Each of their channels takes
 * as much room as eight facts more, because its statistics are computed and written.
 *
 * @param facts of one batch, at least 1
 */
public record FactBound(int facts) {

    /** A fact takes some 100 bytes when it is read and folded, and for a moment twice as many. */
    private static final int BYTES_OF_A_FACT = 200;

    /** The most facts that all threads together may read. */
    private static final int PART_OF_THE_HEAP = 3;

    /**
     * @throws IllegalArgumentException outside the bounds
     */
    public FactBound {
        if (facts < 1) {
            throw new IllegalArgumentException("facts must be at least 1, but is " + facts);
        }
    }

    /**
     * The bound of each thread, so that all of them together take a third of the heap at most.
     *
     * @param threads that read at once, at least 1
     */
    public static FactBound ofEachOf(int threads) {
        long all = Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP / BYTES_OF_A_FACT;
        return new FactBound((int) Math.max(1, Math.min(Integer.MAX_VALUE / 4, all / threads)));
    }
}
