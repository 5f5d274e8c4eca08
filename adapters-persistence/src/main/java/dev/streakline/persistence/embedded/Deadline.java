package dev.streakline.persistence.embedded;

import java.time.Duration;

/** The end of a wait. It goes by the time since the machine was started, which nobody can set. */
final class Deadline {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration wait) {
        return new Deadline(System.nanoTime() + wait.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** Waits a little before the next look. */
    static void pause() throws InterruptedException {
        Thread.sleep(PAUSE.toMillis());
    }
}
