package dev.streakline.application.work;

import java.time.Duration;

/**
 * How long to wait after a failure: the first wait, then twice as long after each further failure in a row, up to the longest.
 *
 * <p>Example: from 1 second to 30 seconds, the waits are 1, 2, 4, 8, 16, 30, 30, … seconds.
 *
 * @param first after one failure, positive
 * @param longest after any number of failures, at least {@code first}
 */
public record BackOff(Duration first, Duration longest) {

    /** Checks the bounds. */
    public BackOff {
        if (first.isNegative() || first.isZero()) {
            throw new IllegalArgumentException("the first wait must be positive, but is " + first);
        }
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "the longest wait must be at least the first, " + first + ", but is " + longest);
        }
    }

    /**
     * The wait after this many failures in a row.
     *
     * @param failures at least 1; any larger number is fine, nothing overflows
     * @throws IllegalArgumentException when there was no failure
     */
    public Duration after(long failures) {
        if (failures < 1) {
            throw new IllegalArgumentException("failures must be at least 1, but is " + failures);
        }
        Duration wait = first;
        for (long failed = 1; failed < failures && wait.compareTo(longest) < 0; failed++) {
            // The difference from the longest wait cannot overflow, as twice the wait might.
            wait = wait.compareTo(longest.minus(wait)) < 0 ? wait.plus(wait) : longest;
        }
        return wait;
    }
}
