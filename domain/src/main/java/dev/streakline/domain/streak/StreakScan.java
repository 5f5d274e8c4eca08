package dev.streakline.domain.streak;

import dev.streakline.domain.calendar.ActivityCalendar;

/**
 * Scans qualified days in ascending order and maintains the run, the longest run and the freeze tokens, day by day.
 *
 * <p>A gap consists of the missed days that no bridge covers. Without any, the run continues. With enough tokens for
 * all of them, the tokens are spent and the run continues. Otherwise the run breaks and no token is spent. A token that
 * the day after the gap earns cannot pay for the gap (section 4, details 8 and 9).
 */
public final class StreakScan {

    private final StreakPolicy policy;
    private ActivityCalendar bridges;
    private final ActivityCalendar.Builder frozen = new ActivityCalendar.Builder();
    private boolean begun;
    private int last;
    private int lifetime;
    private int length;
    private int longest;
    private int tokens;

    /** @param bridges the days that need no token: pauses, and skipped days */
    public StreakScan(StreakPolicy policy, ActivityCalendar bridges) {
        this.policy = policy;
        this.bridges = bridges;
    }

    /** Returns to before the first day, for another viewer. */
    void begin(ActivityCalendar bridges) {
        this.bridges = bridges;
        frozen.clear();
        begun = false;
        lifetime = 0;
        length = 0;
        longest = 0;
        tokens = 0;
    }

    /** Copies the state of another scan of the same policy; {@link #frozen()} covers none of the days before. */
    void continueFrom(StreakScan other) {
        begin(other.bridges);
        begun = other.begun;
        last = other.last;
        lifetime = other.lifetime;
        length = other.length;
        longest = other.longest;
        tokens = other.tokens;
    }

    /** Adds those of these days that are later than the last one and earlier than {@code end}, days since 1970. */
    void qualifyBefore(int end, ActivityCalendar days) {
        int day = days.ceiling(begun ? last + 1 : Integer.MIN_VALUE);
        while (day < end) {
            qualify(day);
            day = days.ceiling(day + 1);
        }
    }

    /**
     * Adds the next qualified day.
     *
     * @throws IllegalArgumentException when it is not later than the one before
     */
    public void qualify(int day) {
        if (begun && day <= last) {
            throw new IllegalArgumentException("days must ascend, but " + day + " follows " + last);
        }
        length = bridgeGapBefore(day) ? length + 1 : 1;
        longest = Math.max(longest, length);
        begun = true;
        last = day;
        lifetime++;
        if (tokens < policy.freezeCap() && lifetime % policy.daysPerFreeze() == 0) {
            tokens++;
        }
    }

    /**
     * Spends the tokens that the missed days before a day cost; returns whether the run is still current when the day
     * begins.
     */
    boolean bridgeGapBefore(int day) {
        if (!begun) {
            return false;
        }
        int missed = day - last - 1 - bridges.countBetween(last + 1, day - 1);
        if (missed > tokens) {
            return false;
        }
        if (missed > 0) {
            tokens -= missed;
            for (int bridged = last + 1; bridged < day; bridged++) {
                if (!bridges.contains(bridged)) {
                    frozen.add(bridged);
                }
            }
        }
        return true;
    }

    /** The length of the longest run so far; 0 before the first day. */
    public int longest() {
        return longest;
    }

    /** Whether a day was added that is this one or later. */
    public boolean isPast(int day) {
        return begun && day <= last;
    }

    int tokens() {
        return tokens;
    }

    /** The days that tokens were spent on; ends the walk. */
    ActivityCalendar frozen() {
        return frozen.build();
    }
}
