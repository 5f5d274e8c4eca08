package dev.streakline.domain.streak;

import dev.streakline.domain.calendar.EpochMicros;
import java.util.Arrays;

/**
 * The latest local day of a viewer's watch and interaction facts, as it rose. Facts may lie ahead of now (by up to five
 * minutes, or dated tomorrow), so the last rises are stored with their instants. A rise more than two days before the
 * last one is earlier than any now at which the facts can have been accepted.
 */
public final class LatestDay {

    /** No facts at all. */
    public static final LatestDay NONE = new LatestDay(new long[0], new int[0]);

    /** More than a fact can lie ahead: 26 hours from UTC+14 to UTC-12, and five minutes. */
    private static final long AHEAD = 2 * EpochMicros.PER_DAY;

    private final long[] at;
    private final int[] day;

    private LatestDay(long[] at, int[] day) {
        this.at = at;
        this.day = day;
    }

    /**
     * The latest day as it rose, as parallel arrays.
     *
     * @param increasedAt ascending, microseconds since 1970; before the first, there was no day
     * @param days ascending, days since 1970
     */
    public static LatestDay of(long[] increasedAt, int[] days) {
        return new LatestDay(increasedAt.clone(), days.clone());
    }

    /** The instants of the rises that matter, ascending, in microseconds since 1970. */
    public long[] increasedAt() {
        return at.clone();
    }

    /** The day of each rise, in days since 1970. */
    public int[] days() {
        return day.clone();
    }

    /** The latest day of the facts up to an instant, in days since 1970; {@link Integer#MIN_VALUE} when there is none. */
    int upTo(long instant) {
        int latest = Integer.MIN_VALUE;
        for (int i = 0; i < at.length && at[i] <= instant; i++) {
            latest = day[i];
        }
        return latest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LatestDay that && Arrays.equals(at, that.at) && Arrays.equals(day, that.day);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(at) + Arrays.hashCode(day);
    }

    /** Collects the days of facts in event-time order. */
    public static final class LatestDayTally {

        private int first;
        private int end;
        private long[] at = new long[8];
        private int[] day = new int[8];

        /** Takes the next fact. */
        public void add(long instant, int newDay) {
            if (end > first && newDay <= day[end - 1]) {
                return;
            }
            // Where a date was skipped, the dates on both sides of it begin at one instant; their order must not
            // matter.
            if (end > first && instant == at[end - 1]) {
                day[end - 1] = newDay;
                return;
            }
            // The last rise before the window stays, because it is in force when the window begins.
            while (end - first > 1 && at[first + 1] < instant - AHEAD) {
                first++;
            }
            if (end == at.length) {
                makeRoom();
            }
            at[end] = instant;
            day[end] = newDay;
            end++;
        }

        private void makeRoom() {
            int size = end - first;
            int room = size > at.length / 2 ? 2 * at.length : at.length;
            at = Arrays.copyOf(Arrays.copyOfRange(at, first, end), room);
            day = Arrays.copyOf(Arrays.copyOfRange(day, first, end), room);
            first = 0;
            end = size;
        }

        /** What was seen. */
        public LatestDay latest() {
            return first == end
                    ? NONE
                    : new LatestDay(Arrays.copyOfRange(at, first, end), Arrays.copyOfRange(day, first, end));
        }
    }
}
