package dev.streakline.domain.calendar;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * The time of day at which a deployment's local days begin, from 00:00 to 06:00 inclusive. A later start keeps a night
 * owl's evening on one day. With a start of 04:00, Tuesday 03:59 still belongs to Monday (specification, section 3).
 *
 * @param time the clock time at which a day begins, in whole seconds
 */
public record DayStart(LocalTime time) {

    private static final LocalTime LATEST = LocalTime.of(6, 0);

    /** Days begin at midnight: the default. */
    public static final DayStart MIDNIGHT = new DayStart(LocalTime.MIDNIGHT);

    /**
     * @throws IllegalArgumentException after 06:00 or with a fraction of a second
     */
    public DayStart {
        if (time.isAfter(LATEST) || !time.truncatedTo(ChronoUnit.SECONDS).equals(time)) {
            throw new IllegalArgumentException(
                    "dayStart must be a whole second from 00:00 to " + LATEST + ", but is " + time);
        }
    }

    long micros() {
        return time.toSecondOfDay() * EpochMicros.PER_SECOND;
    }
}
