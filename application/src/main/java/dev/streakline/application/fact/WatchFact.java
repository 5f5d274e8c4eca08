package dev.streakline.application.fact;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One continuous watching of one title by one viewer, or a slice of it.
 *
 * @param time its start; absent when only {@code date} is known
 * @param date its local date; absent when {@code time} is known
 * @param channel the channel it was watched on; absent for that of the title
 * @param title what was watched
 * @param session the sitting that this is a slice of; absent, it is its own sitting
 * @param seconds how long, 0 to 86,400; absent for the length of the range, else unknown
 * @param range which part of the title
 * @param completed whether the title was watched to its end; absent when the fact does not say
 * @param platform on what it was watched
 */
public record WatchFact(
        FactId id,
        @Nullable Instant time,
        @Nullable LocalDate date,
        @Nullable String channel,
        @Nullable String title,
        @Nullable String session,
        @Nullable Integer seconds,
        @Nullable Range range,
        @Nullable Boolean completed,
        @Nullable String platform)
        implements Fact {

    /** The longest session, in seconds: 24 hours. */
    public static final int LONGEST = 86_400;

    /**
     * @throws IllegalArgumentException unless exactly one of time and date is there, and for a length out of bounds
     */
    public WatchFact {
        if ((time == null) == (date == null)) {
            throw new IllegalArgumentException(
                    "a watch fact has either a time or a date, but has time " + time + " and date " + date);
        }
        if (seconds != null) {
            Texts.requireBetween("seconds", seconds, 0, LONGEST);
        } else if (range != null) {
            Texts.requireBetween("to - from", range.to() - range.from(), 1, LONGEST);
        }
    }

    /**
     * A part of a title.
     *
     * @param from seconds from its beginning, inclusive
     * @param to exclusive, at most 2^31
     */
    public record Range(long from, long to) {

        /** The largest position, in seconds: 2^31. */
        public static final long LARGEST = 1L << 31;

        /**
         * @throws IllegalArgumentException unless 0 ≤ from &lt; to ≤ 2^31
         */
        public Range {
            if (from < 0 || from >= to || to > LARGEST) {
                throw new IllegalArgumentException(
                        "a range must have 0 <= from < to <= " + LARGEST + ", but is " + from + " to " + to);
            }
        }
    }
}
