package dev.streakline.http.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time since this was made, by a clock that can be set. It never decreases: when the clock is set back, it pauses for
 * that moment and then continues. Safe for use by several threads.
 */
public final class ElapsedTime {

    private final InstantSource clock;
    private Instant last;
    private Duration elapsed = Duration.ZERO;

    /** Starts at zero. */
    public ElapsedTime(InstantSource clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    /** The time that has passed; at least zero. */
    public synchronized Duration now() {
        Instant instant = clock.instant();
        if (instant.isAfter(last)) {
            elapsed = elapsed.plus(Duration.between(last, instant));
        }
        last = instant;
        return elapsed;
    }
}
