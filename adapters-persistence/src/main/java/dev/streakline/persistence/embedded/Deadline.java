package dev.streakline.persistence.embedded;

import java.time.Duration;

/** The end of a wait, by the time since the machine was started, which cannot be set. */
record Deadline(long end) {

    static Deadline in(Duration wait) {
        return new Deadline(System.nanoTime() + wait.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** Pauses briefly before the next check. */
    static void pause() throws InterruptedException {
        Thread.sleep(50);
    }
}
