package dev.streakline.domain.streak;

import dev.streakline.domain.calendar.ActivityCalendar;
import java.util.Arrays;

/**
 * Collects the days that qualify as sessions come in event-time order, and the longest streak of the sessions so far.
 * Sessions may fall on earlier days than the ones before (after a flight); then the last days are scanned again.
 */
public final class StreakTally {

    private static final int[] NO_SUMS = {};

    /** How many days a session may be behind the latest one before it: local clocks differ by 26 hours at most. */
    private static final int FURTHEST_BACK = 4;

    private final StreakPolicy policy;
    private ActivityCalendar bridges;
    private final ActivityCalendar.Builder qualified = new ActivityCalendar.Builder();
    private final StreakScan walk;
    /** Follows the scan at a distance, once a session has fallen behind, so that not all days are scanned again. */
    private final StreakScan settled;

    private int longest;
    private int firstSum;
    private int[] sums = NO_SUMS;

    /** @param bridges the days that need no token: pauses, and skipped days */
    public StreakTally(StreakPolicy policy, ActivityCalendar bridges) {
        this.policy = policy;
        this.bridges = bridges;
        this.walk = new StreakScan(policy, bridges);
        this.settled = new StreakScan(policy, bridges);
    }

    /** Starts again for another viewer, with other days that need no token. */
    public void begin(ActivityCalendar bridges) {
        this.bridges = bridges;
        qualified.clear();
        walk.begin(bridges);
        settled.begin(bridges);
        longest = 0;
        sums = NO_SUMS;
    }

    /**
     * Adds a session of known length.
     *
     * @param seconds counted seconds, 0 or more; the minimum is for the sum of the day (detail 25)
     */
    public void addPlay(int day, int seconds) {
        if (!qualified.contains(day) && sum(day, seconds) >= policy.minimumSeconds()) {
            qualify(day);
        }
    }

    /** Adds a session that meets every minimum alone: a completed one, or one of unknown length. */
    public void addQualifiedDay(int day) {
        if (!qualified.contains(day)) {
            qualify(day);
        }
    }

    private void qualify(int day) {
        qualified.add(day);
        if (walk.isPast(day)) {
            rescanFrom(day);
        } else {
            walk.qualify(day);
        }
        longest = Math.max(longest, walk.longest());
    }

    private void rescanFrom(int day) {
        ActivityCalendar days = qualified.snapshot();
        if (settled.isPast(day)) {
            settled.begin(bridges);
        }
        settled.qualifyBefore(day - FURTHEST_BACK, days);
        walk.continueFrom(settled);
        walk.qualifyBefore(Integer.MAX_VALUE, days);
    }

    private long sum(int day, int seconds) {
        if (policy.minimumSeconds() == 0) {
            return seconds;
        }
        if (sums.length == 0) {
            firstSum = day - 8;
            sums = new int[64];
        }
        if (day < firstSum) {
            int[] wider = new int[2 * (firstSum - day) + sums.length];
            System.arraycopy(sums, 0, wider, wider.length - sums.length, sums.length);
            firstSum -= wider.length - sums.length;
            sums = wider;
        } else if (day - firstSum >= sums.length) {
            sums = Arrays.copyOf(sums, 2 * (day - firstSum));
        }
        sums[day - firstSum] = Math.min(policy.minimumSeconds(), sums[day - firstSum] + seconds);
        return sums[day - firstSum];
    }

    /** The longest streak of any prefix of the sessions so far (detail 71). */
    public int longest() {
        return longest;
    }

    /** The qualified days. */
    public ActivityCalendar qualified() {
        return qualified.snapshot();
    }
}
