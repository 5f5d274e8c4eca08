package dev.streakline.http.credential;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** Makes identifiers: UUIDs of version 7 (RFC 9562, 5.7), which sort by the millisecond that made them. */
public final class Ids {

    private final InstantSource clock;
    private final SecureRandom random;

    /** By this clock and this chance. */
    public Ids(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new one. */
    public String next() {
        long high = clock.millis() << 16 | 0x7000 | random.nextInt(1 << 12);
        long low = 0b10L << 62 | random.nextLong() >>> 2;
        return new UUID(high, low).toString();
    }
}
