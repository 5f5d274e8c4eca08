package dev.streakline.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says every ten seconds how far long work has come. */
final class Progress {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final PrintWriter err;
    private final Instant begun;
    private Instant said;

    Progress(InstantSource clock, PrintWriter err) {
        this.clock = clock;
        this.err = err;
        this.begun = clock.instant();
        this.said = begun;
    }

    /** Tells how many items have been read. */
    void reached(long items) {
        Instant now = clock.instant();
        if (Duration.between(said, now).compareTo(PAUSE) >= 0) {
            said = now;
            long seconds = Math.max(1, Duration.between(begun, now).toSeconds());
            err.println("read " + items + " so far, " + items / seconds + " a second");
            err.flush();
        }
    }
}
