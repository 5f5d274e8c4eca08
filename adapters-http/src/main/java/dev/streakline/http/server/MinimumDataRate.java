package dev.streakline.http.server;

/**
 * Whether a client sends or reads fast enough. Each byte buys some waiting time, with at most fifteen seconds in
 * reserve, which is also the initial amount. Only waiting counts, so that a slow service cuts no client, and a fast
 * beginning does not buy hours.
 */
final class MinimumDataRate {

    private static final long RESERVE_NANOS = 15_000_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long BODY_BYTES_PER_SECOND = 100;
    private static final long ANSWER_BYTES_PER_SECOND = 1_000;

    private final long nanosPerByte;
    private long nanos = RESERVE_NANOS;

    private MinimumDataRate(long bytesPerSecond) {
        this.nanosPerByte = NANOS_PER_SECOND / bytesPerSecond;
    }

    /** A hundred bytes a second: people send events by hand and by phone. */
    static MinimumDataRate ofBodies() {
        return new MinimumDataRate(BODY_BYTES_PER_SECOND);
    }

    /** A thousand bytes a second. */
    static MinimumDataRate ofAnswers() {
        return new MinimumDataRate(ANSWER_BYTES_PER_SECOND);
    }

    /** The service has waited for more so long, in nanoseconds. */
    synchronized void waited(long more) {
        nanos -= more;
    }

    /** Records transferred bytes; returns whether the client is too slow. */
    synchronized boolean isTooSlowAfter(int bytes) {
        nanos = Math.min(RESERVE_NANOS, nanos + bytes * nanosPerByte);
        return nanos < 0;
    }

    /** Whether this wait, in nanoseconds, for this many bytes would be too slow. */
    synchronized boolean isTooSlowFor(long waiting, int bytes) {
        return nanos + bytes * nanosPerByte < waiting;
    }
}
