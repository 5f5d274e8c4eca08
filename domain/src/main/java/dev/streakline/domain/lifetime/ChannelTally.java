package dev.streakline.domain.lifetime;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.streak.StreakTally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Follows one viewer on one channel. All facts of one instant are one step: the badges that it unlocked are determined
 * when the next step begins, so that the order within it does not matter (detail 14).
 */
final class ChannelTally {

    private static final Badge.Unit[] UNITS = Badge.Unit.values();
    private static final Badge[][] LADDERS = Stream.of(UNITS)
            .map(unit -> Stream.of(Badge.values())
                    .filter(badge -> badge.unit() == unit && !badge.isUnlockedByTime())
                    .toArray(Badge[]::new))
            .toArray(Badge[][]::new);
    private static final long[] FIRST_GOALS =
            Stream.of(LADDERS).mapToLong(ladder -> goal(ladder, 0)).toArray();

    private final StreakTally streak = new StreakTally(StreakPolicy.DEFAULT, ActivityCalendar.EMPTY);
    private final SessionCounter sessions = new SessionCounter();
    private final SpanTally span = new SpanTally();
    private final int[] messages = new int[InteractionKind.values().length];
    private final int[] reached = new int[UNITS.length];
    /** The threshold of each unit's next badge; read after every step, and so cached. */
    private final long[] goals = new long[UNITS.length];

    private final List<BadgeUnlock> unlocked = new ArrayList<>();
    private int channel;
    private long seconds;
    private long estimatedSeconds;
    private int allMessages;
    private long bits;
    private long at;
    private Precision watchedPrecision = Precision.DATE;
    private Precision activePrecision = Precision.DATE;

    /** Starts again with another viewer or channel. */
    void begin(int channel, ActivityCalendar bridges) {
        this.channel = channel;
        streak.begin(bridges);
        sessions.clear();
        span.clear();
        Arrays.fill(messages, 0);
        Arrays.fill(reached, 0);
        System.arraycopy(FIRST_GOALS, 0, goals, 0, goals.length);
        unlocked.clear();
        seconds = 0;
        estimatedSeconds = 0;
        allMessages = 0;
        bits = 0;
        at = Long.MIN_VALUE;
    }

    void addPlay(long instant, int day, Precision precision, int session, int stated, int counted) {
        step(instant);
        boolean isEstimate = stated < 0;
        seconds += counted;
        estimatedSeconds += isEstimate ? counted : 0;
        sessions.add(
                session, isEstimate && counted == 0 ? SessionCounter.Length.UNKNOWN : SessionCounter.Length.MEASURED);
        span.add(instant, day, precision);
        streak.addQualifiedDay(day);
        if (precision == Precision.INSTANT) {
            watchedPrecision = Precision.INSTANT;
            activePrecision = Precision.INSTANT;
        }
    }

    void addInteraction(long instant, int day, InteractionKind kind, long amount) {
        step(instant);
        messages[kind.ordinal()]++;
        allMessages++;
        bits += amount;
        streak.addQualifiedDay(day);
        activePrecision = Precision.INSTANT;
    }

    private void step(long instant) {
        if (instant != at) {
            unlock();
            at = instant;
            watchedPrecision = Precision.DATE;
            activePrecision = Precision.DATE;
        }
    }

    /** Notes what the step that is over has unlocked; a first activity is a tracking day. */
    private void unlock() {
        unlock(Badge.Unit.SESSIONS, sessions.sessions(), watchedPrecision);
        unlock(Badge.Unit.HOURS, seconds, watchedPrecision);
        unlock(Badge.Unit.MESSAGES, allMessages, Precision.INSTANT);
        unlock(Badge.Unit.TRACKING_DAYS, Math.min(1, streak.longest()), activePrecision);
        unlock(Badge.Unit.STREAK_DAYS, streak.longest(), activePrecision);
    }

    private void unlock(Badge.Unit unit, long value, Precision precision) {
        int ladder = unit.ordinal();
        while (value >= goals[ladder]) {
            unlocked.add(new BadgeUnlock(LADDERS[ladder][reached[ladder]], EpochMicros.toInstant(at), precision));
            reached[ladder]++;
            goals[ladder] = goal(LADDERS[ladder], reached[ladder]);
        }
    }

    private static long goal(Badge[] ladder, int rung) {
        return rung < ladder.length ? ladder[rung].goal() : Long.MAX_VALUE;
    }

    /** The statistics of the facts added; ends the last step. */
    ChannelEntry toEntry() {
        unlock();
        return new ChannelEntry(
                channel,
                new ChannelStatistics(
                        new WatchTime(
                                sessions.sessions(),
                                sessions.measured(),
                                seconds,
                                estimatedSeconds,
                                span.first(),
                                span.last()),
                        new InteractionCounts(
                                messages[InteractionKind.CHAT.ordinal()],
                                messages[InteractionKind.SUBSCRIPTION.ordinal()],
                                messages[InteractionKind.CHEER.ordinal()],
                                messages[InteractionKind.GIFT.ordinal()],
                                messages[InteractionKind.RAID.ordinal()],
                                bits),
                        streak.qualified(),
                        unlocked));
    }
}
