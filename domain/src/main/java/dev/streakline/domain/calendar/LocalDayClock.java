package dev.streakline.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The local days of one viewer: their zones and the deployment's start of the day, as one function from instants to
 * dates (specification, section 3). The same function serves facts and "now".
 *
 * <p>Example: in Sao Paulo with days from 04:00, 2024-03-02T06:59:59Z (03:59:59 there) falls on 1 March and
 * 2024-03-02T07:00Z on 2 March.
 *
 * <p>Inside, an instant plus the {@code shift} in force (offset minus start of the day) is the viewer's <b>local
 * clock</b>: its floor in days is the local day, the rest the time since that day began. The clock runs evenly over a
 * <b>stretch</b> and jumps between stretches, where clocks are changed or the viewer moves. Exact from 1900 to 2199.
 */
public final class LocalDayClock {

    private static final long LARGEST_SHIFT = 18 * 3_600 * EpochMicros.PER_SECOND;
    private static final long HALF_A_DAY = EpochMicros.PER_DAY / 2;
    private static final long[] NO_MOVES = {};

    private final ZoneTimeline timeline;
    private final DayStart dayStart;
    private final long[] moves;
    private final ZoneOffsets[] zones;

    /** The latest local clock, exclusive, that any stretch up to and including move i reaches; empty without moves. */
    private final long[] reached;

    private LocalDayClock(ZoneTimeline timeline, DayStart dayStart) {
        this.timeline = timeline;
        this.dayStart = dayStart;
        int size = timeline.changes().size();
        this.moves = new long[size];
        this.zones = new ZoneOffsets[size];
        for (int i = 0; i < size; i++) {
            moves[i] = i == 0
                    ? Long.MIN_VALUE
                    : EpochMicros.of(timeline.changes().get(i).from());
            zones[i] = ZoneOffsets.of(timeline.changes().get(i).zone());
        }
        this.reached = size == 1 ? NO_MOVES : clocksReached();
    }

    /** One pass over the moves, so that the start of a day is found among them by bisection. */
    private long[] clocksReached() {
        long[] clocks = new long[moves.length];
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < moves.length - 1; i++) {
            long end = moves[i + 1];
            // No clock before this can be ahead of the one at the end: two shifts differ by less.
            for (long at = Math.max(moves[i], end - 2 * LARGEST_SHIFT); at < end; ) {
                int row = zones[i].rowAt(at);
                at = Math.min(end, zones[i].end(row));
                latest = Math.max(latest, at + zones[i].offset(row) - dayStart.micros());
            }
            clocks[i] = latest;
        }
        clocks[moves.length - 1] = Long.MAX_VALUE;
        return clocks;
    }

    /** The days of a viewer with these zones in a deployment with this start of the day. */
    public static LocalDayClock of(ZoneTimeline timeline, DayStart dayStart) {
        return new LocalDayClock(timeline, dayStart);
    }

    /** The zones that they follow. */
    public ZoneTimeline zones() {
        return timeline;
    }

    /** The zone in force at an instant. */
    public ZoneId zoneAt(Instant instant) {
        return timeline.zoneAt(instant);
    }

    /** The local day of an instant. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofEpochDay(dayOf(EpochMicros.of(instant)));
    }

    /** The local day of an instant, in days since 1970-01-01. */
    public int dayOf(long at) {
        return day(localClock(at));
    }

    /** The local clock at an instant: microseconds since the local day 1970-01-01 began, were all days 24 h long. */
    public long localClock(long at) {
        return at + new Cursor().shiftAt(at);
    }

    /**
     * The latest local clock of all instants up to and including this one. A move to the west and clocks that fall back
     * do not set it back (detail 168).
     *
     * <p>Example: in Berlin on 27 October 2024 it stays just before 03:00 from 01:00Z, when clocks fall back, to
     * 02:00Z.
     */
    public long latestClock(long at) {
        Cursor cursor = new Cursor();
        long latest = Long.MIN_VALUE;
        // No earlier clock can be ahead: two shifts differ by less than this.
        for (long from = at - 2 * LARGEST_SHIFT; from <= at; from = cursor.until) {
            long shift = cursor.shiftAt(from);
            latest = Math.max(latest, Math.min(at, cursor.until - 1) + shift);
        }
        return latest;
    }

    /** The first instant whose local day is this one or later; a date-only fact counts at this instant (detail 14). */
    public Instant startOf(LocalDate day) {
        return EpochMicros.toInstant(startOf(Math.toIntExact(day.toEpochDay())));
    }

    /** {@link #startOf(LocalDate)} in days and microseconds since 1970. */
    public long startOf(int day) {
        return firstInstantOnOrAfter(
                day, reached.length == 0 ? Long.MIN_VALUE : moves[firstPast(day * EpochMicros.PER_DAY)]);
    }

    /** The first move whose stretch, or one before it, has a local clock at this one or later. */
    private int firstPast(long clock) {
        int low = 0;
        int high = reached.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reached[middle] > clock) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * The first instant strictly after {@code now} whose local day, in the zone at {@code now}, is later than a day
     * (detail 12). Right also where the day's start falls into a gap, or clocks fall back over it.
     */
    public Instant endOf(LocalDate day, Instant now) {
        LocalDayClock staying = new LocalDayClock(ZoneTimeline.ofFixedZone(zoneAt(now)), dayStart);
        int next = Math.toIntExact(day.toEpochDay()) + 1;
        return EpochMicros.toInstant(staying.firstInstantOnOrAfter(next, EpochMicros.of(now) + 1));
    }

    /** The first instant strictly after this one whose local day is {@code day}, in days since 1970-01-01, or later. */
    public Instant firstInstantOnOrAfter(int day, Instant after) {
        return EpochMicros.toInstant(firstInstantOnOrAfter(day, EpochMicros.of(after) + 1));
    }

    /** Whether the viewer moves to another zone at some instant strictly after this one. */
    public boolean movesAfter(Instant instant) {
        return moves[moves.length - 1] > EpochMicros.of(instant);
    }

    /** The first instant strictly after this one at which the local day differs or another zone comes into force. */
    public Instant nextDayChange(Instant after) {
        long at = EpochMicros.of(after);
        Cursor cursor = new Cursor();
        int today = cursor.dayOf(at);
        while (true) {
            long nextDay = (today + 1) * EpochMicros.PER_DAY - cursor.shift;
            if (nextDay < cursor.until) {
                return EpochMicros.toInstant(nextDay);
            }
            at = cursor.until;
            if (cursor.dayOf(at) != today || isMove(at)) {
                return EpochMicros.toInstant(at);
            }
        }
    }

    /**
     * The days of which the viewer had less than 12 hours, because they moved or their zone skipped the date, as Apia
     * did on 2011-12-30. Such a day cannot be missed (detail 6).
     */
    public ActivityCalendar skippedDays() {
        // Each day is measured once, however many moves touch it, and a move touches at most four days.
        ActivityCalendar.Builder touched = new ActivityCalendar.Builder();
        for (int i = 0; i < zones.length; i++) {
            long end = i + 1 < moves.length ? moves[i + 1] : Long.MAX_VALUE;
            if (i > 0) {
                addDaysOfJump(moves[i], touched);
            }
            for (long skip : zones[i].skips()) {
                if (skip > moves[i] && skip < end) {
                    addDaysOfJump(skip, touched);
                }
            }
        }
        ActivityCalendar.Builder days = new ActivityCalendar.Builder();
        touched.build().forEach(day -> {
            if (durationOf(day) < HALF_A_DAY) {
                days.add(day);
            }
        });
        return days.build();
    }

    private void addDaysOfJump(long jump, ActivityCalendar.Builder touched) {
        int to = dayOf(jump);
        for (int day = dayOf(jump - 1); day <= to; day++) {
            touched.add(day);
        }
    }

    /** How long a local day was lived, in microseconds, over all stretches that touch it. */
    private long durationOf(int day) {
        long dayBegins = day * EpochMicros.PER_DAY;
        long at = dayBegins - LARGEST_SHIFT;
        long stop = dayBegins + EpochMicros.PER_DAY + 2 * LARGEST_SHIFT;
        Cursor cursor = new Cursor();
        long lived = 0;
        while (at < stop) {
            long clock = at + cursor.shiftAt(at);
            long end = Math.min(stop, cursor.until);
            long from = Math.max(clock, dayBegins);
            long to = Math.min(end + cursor.shift, dayBegins + EpochMicros.PER_DAY);
            lived += Math.max(0, to - from);
            at = end;
        }
        return lived;
    }

    /** The first instant not before {@code notBefore} whose local day is {@code day} or later. */
    private long firstInstantOnOrAfter(int day, long notBefore) {
        long clock = day * EpochMicros.PER_DAY;
        long at = Math.max(notBefore, clock - LARGEST_SHIFT);
        Cursor cursor = new Cursor();
        while (true) {
            long candidate = Math.max(at, clock - cursor.shiftAt(at));
            if (candidate < cursor.until) {
                return candidate;
            }
            at = cursor.until;
        }
    }

    private boolean isMove(long at) {
        return moves[moveAt(at)] == at;
    }

    /** The last move up to and including an instant; 0, the first zone, before every other. */
    private int moveAt(long at) {
        int low = 0;
        int high = moves.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (moves[middle] <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocalDayClock that && timeline.equals(that.timeline) && dayStart.equals(that.dayStart);
    }

    @Override
    public int hashCode() {
        return 31 * timeline.hashCode() + dayStart.hashCode();
    }

    private static int day(long localClock) {
        return (int) Math.floorDiv(localClock, EpochMicros.PER_DAY);
    }

    /** A cursor over these days, for one thread. */
    public Cursor cursor() {
        return new Cursor();
    }

    /**
     * Remembers the stretch of the last query. Queries in event-time order cost an addition and a division, and
     * allocate nothing.
     */
    public final class Cursor {

        private long from;
        private long until;
        private long shift;

        private Cursor() {
            from = Long.MAX_VALUE;
            until = Long.MIN_VALUE;
        }

        /** The local day of an instant, in days since 1970-01-01. */
        public int dayOf(long at) {
            return day(at + shiftAt(at));
        }

        /** The local clock at an instant, as {@link LocalDayClock#localClock(long)}. */
        public long localClock(long at) {
            return at + shiftAt(at);
        }

        private long shiftAt(long at) {
            if (at < from || at >= until) {
                seek(at);
            }
            return shift;
        }

        private void seek(long at) {
            int i = moveAt(at);
            ZoneOffsets zone = zones[i];
            int row = zone.rowAt(at);
            from = Math.max(moves[i], zone.start(row));
            until = Math.min(i + 1 < moves.length ? moves[i + 1] : Long.MAX_VALUE, zone.end(row));
            shift = zone.offset(row) - dayStart.micros();
        }
    }
}
