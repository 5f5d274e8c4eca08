package dev.streakline.domain.streak;

import java.util.Arrays;

/**
 * The latest local day of a viewer's watch and interaction facts, as it rose: by the facts up to the fold's "now", and by
 * the few facts that lie ahead of it (up to five minutes, or dated tomorrow).
 */
public final class LatestDay {

    /** No facts at all. */
    public static final LatestDay NONE = new LatestDay(Integer.MIN_VALUE, new long[0], new int[0]);

    private final int sofar;
    private final long[] aheadAt;
    private final int[] aheadDay;

    private LatestDay(int sofar, long[] aheadAt, int[] aheadDay) {
        this.sofar = sofar;
        this.aheadAt = aheadAt;
        this.aheadDay = aheadDay;
    }

    /** The latest day of the facts up to an instant, in days since 1970; {@link Integer#MIN_VALUE} when there is none. */
    int upTo(long at) {
        int latest = sofar;
        for (int i = 0; i < aheadAt.length && aheadAt[i] <= at; i++) {
            latest = aheadDay[i];
        }
        return latest;
    }

    /** Collects the days of facts in event-time order. */
    public static final class Tally {

        private final long now;
        private int latest = Integer.MIN_VALUE;
        private int sofar = Integer.MIN_VALUE;
        private long[] aheadAt = new long[0];
        private int[] aheadDay = new int[0];

        /**
         * @param now microseconds since 1970; later facts lie ahead
         */
        public Tally(long now) {
            this.now = now;
        }

        /** Takes the next fact. */
        public void see(long at, int day) {
            if (day <= latest) {
                return;
            }
            latest = day;
            if (at <= now) {
                sofar = day;
            } else {
                aheadAt = Arrays.copyOf(aheadAt, aheadAt.length + 1);
                aheadDay = Arrays.copyOf(aheadDay, aheadDay.length + 1);
                aheadAt[aheadAt.length - 1] = at;
                aheadDay[aheadDay.length - 1] = day;
            }
        }

        /** What was seen. */
        public LatestDay latest() {
            return latest == Integer.MIN_VALUE ? NONE : new LatestDay(sofar, aheadAt, aheadDay);
        }
    }
}
