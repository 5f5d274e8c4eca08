package dev.streakline.application.work;

import java.time.Duration;

/**
 * How long a job pauses between rounds. After a round that did something, the next begins at once.
 *
 * @param idle after a round that found nothing to do, positive
 * @param backOff after rounds that failed
 * @param refused after a round that was refused, positive
 */
public record JobPace(Duration idle, BackOff backOff, Duration refused) {

    /** The pace of folding in a service. */
    public static final JobPace DEFAULT = new JobPace(
            Duration.ofMillis(500), new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(4)), Duration.ofSeconds(30));

    /** Checks the bounds. */
    public JobPace {
        if (idle.compareTo(Duration.ZERO) <= 0 || refused.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("a job must pause, but idle is " + idle + " and refused is " + refused);
        }
    }
}
