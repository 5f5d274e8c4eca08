package dev.streakline.domain.calendar;

import java.time.Instant;

/** Instants as {@code long} microseconds since 1970-01-01T00:00:00Z, the form in which columns store them. */
public final class EpochMicros {

    /** Microseconds in a second. */
    public static final long PER_SECOND = 1_000_000L;

    /** Microseconds in 24 hours, the length of a local day on the clock (not of every day that is lived). */
    public static final long PER_DAY = 86_400L * PER_SECOND;

    private EpochMicros() {}

    /**
     * The microsecond that an instant falls in; further digits are cut, never rounded (specification, detail 61).
     *
     * @throws ArithmeticException beyond some 292,000 years from 1970
     */
    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / 1_000);
    }

    /** The instant at the beginning of a microsecond. */
    public static Instant toInstant(long epochMicros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(epochMicros, PER_SECOND), Math.floorMod(epochMicros, PER_SECOND) * 1_000);
    }
}
