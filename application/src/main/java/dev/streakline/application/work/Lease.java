package dev.streakline.application.work;

import java.time.Duration;

/**
 * How long a claim of a process is valid, by the clock of the store. Once the lease has ended, another process may
 * claim it.
 *
 * @param length from the claim and from each heartbeat on
 * @param heartbeat the time between two heartbeats, positive and shorter than {@code length}
 */
public record Lease(Duration length, Duration heartbeat) {

    /** Half a minute, renewed every 5 seconds. */
    public static final Lease DEFAULT = new Lease(Duration.ofSeconds(30), Duration.ofSeconds(5));

    /** Checks the bounds. */
    public Lease {
        if (heartbeat.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("the time between heartbeats must be positive, but is " + heartbeat);
        }
        if (length.compareTo(heartbeat) <= 0) {
            throw new IllegalArgumentException(
                    "a lease must be longer than the time between heartbeats, " + heartbeat + ", but is " + length);
        }
    }
}
