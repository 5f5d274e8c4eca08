package dev.streakline.http.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that shows one instant until it is moved; at first 2026-05-10T12:00:00Z. */
final class SetClock implements InstantSource {

    private Instant now = Instant.parse("2026-05-10T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves it, forward or back. */
    void move(Duration by) {
        now = now.plus(by);
    }

    /** Seconds since 1970, a given number of seconds from now. */
    long second(long fromNow) {
        return now.getEpochSecond() + fromNow;
    }
}
