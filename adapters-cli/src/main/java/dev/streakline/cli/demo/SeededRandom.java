package dev.streakline.cli.demo;

/** Numbers that look like chance and are the same for the same keys, on every Java (SplitMix64). For one thread. */
final class SeededRandom {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final int TAIL_BITS = 16;

    private long state;

    private SeededRandom(long state) {
        this.state = state;
    }

    /** The random numbers of something that two numbers identify. */
    static SeededRandom of(long thing, long detail) {
        return new SeededRandom(mix(mix(thing + STEP) + detail));
    }

    /** From 0 to less than {@code bound}, each as likely as the others. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** From {@code least} to {@code most}. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** Whether it happens that happens so often. */
    boolean happens(int percent) {
        return below(100) < percent;
    }

    /** From 0 to less than {@code bound}, at most 32,767: the first is by far the likeliest, and the tail is heavy. */
    int favourite(int bound) {
        long unit = next() >>> (Long.SIZE - TAIL_BITS);
        return (int) ((((unit * unit * unit) >>> TAIL_BITS) * bound) >>> (2 * TAIL_BITS));
    }

    private long next() {
        state += STEP;
        return mix(state);
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
