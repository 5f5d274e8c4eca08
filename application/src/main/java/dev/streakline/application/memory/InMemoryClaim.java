package dev.streakline.application.memory;

import java.time.Duration;
import java.time.Instant;

/**
 * A claim on one piece of work, equivalent to the columns {@code token}, {@code due_at} and {@code attempts} of the
 * database.
 *
 * @param token grows with each claim, and when it is given back
 * @param dueAt from when on it may be claimed: the end of the lease, or of the back-off
 * @param attempts how many claims there were, without those that were released
 */
record InMemoryClaim(long token, Instant dueAt, int attempts) {

    /** Work that no process has claimed. */
    static InMemoryClaim dueAt(Instant now) {
        return new InMemoryClaim(0, now, 0);
    }

    boolean isDue(Instant now) {
        return !dueAt.isAfter(now);
    }

    InMemoryClaim claimed(Instant now, Duration lease) {
        return new InMemoryClaim(token + 1, now.plus(lease), attempts + 1);
    }

    /** Whether no other process has claimed it since the claim with this token. */
    boolean isLast(long claimed) {
        return token == claimed;
    }

    /** Whether the claim with this token is the last one, and its lease lasts. */
    boolean isHeld(long claimed, Instant now) {
        return isLast(claimed) && !isDue(now);
    }

    InMemoryClaim renewed(Instant now, Duration lease) {
        return new InMemoryClaim(token, now.plus(lease), attempts);
    }

    InMemoryClaim released(Instant now) {
        return new InMemoryClaim(token + 1, now, attempts - 1);
    }

    InMemoryClaim postponed(Instant now, Duration delay) {
        return new InMemoryClaim(token + 1, now.plus(delay), attempts);
    }
}
