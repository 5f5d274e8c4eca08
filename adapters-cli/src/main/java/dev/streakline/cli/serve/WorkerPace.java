package dev.streakline.cli.serve;

import java.time.Duration;

/**
 * How long a worker rests, and how often it gives signs of life.
 *
 * @param idle after a round without work
 * @param backOff after the first round that failed; twice as long after each further one
 * @param longestBackOff after any round that failed
 * @param refused after a round in which a newer engine was found to fold
 * @param beat between two signs of life while a recalculation runs
 * @param lease how long after the last of them another worker may take it on
 */
public record WorkerPace(
        Duration idle, Duration backOff, Duration longestBackOff, Duration refused, Duration beat, Duration lease) {

    /** That of a service. */
    public static final WorkerPace DEFAULT = new WorkerPace(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30));

    /**
     * @throws IllegalArgumentException when a duration is not positive, or a lease ends between two signs of life
     */
    public WorkerPace {
        if (idle.toNanos() <= 0 || backOff.toNanos() <= 0 || refused.toNanos() <= 0 || beat.toNanos() <= 0) {
            throw new IllegalArgumentException("a worker must rest, but idle is " + idle + ", backOff " + backOff
                    + ", refused " + refused + ", beat " + beat);
        }
        if (longestBackOff.compareTo(backOff) < 0) {
            throw new IllegalArgumentException(
                    "longestBackOff must be at least backOff " + backOff + ", but is " + longestBackOff);
        }
        if (lease.compareTo(beat) <= 0) {
            throw new IllegalArgumentException("lease must be longer than beat " + beat + ", but is " + lease);
        }
    }

    /** How long to rest after another failed round. */
    Duration backOffAfter(Duration before) {
        Duration twice = before.multipliedBy(2);
        return twice.compareTo(longestBackOff) < 0 ? twice : longestBackOff;
    }
}
