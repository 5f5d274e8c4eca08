package dev.streakline.application.work;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/**
 * The threads of a worker, and how they pause.
 *
 * @param factory returns one for each job; it is named after the job and started by the worker
 * @param sleep called by such a thread between rounds
 */
public record WorkerThreads(ThreadFactory factory, Sleep sleep) {

    /** Daemon threads that sleep. */
    public static final WorkerThreads DAEMONS = new WorkerThreads(
            work -> {
                Thread thread = new Thread(work);
                thread.setDaemon(true);
                return thread;
            },
            length -> Thread.sleep(length.toMillis()));

    /** How a thread waits for its next round. */
    @FunctionalInterface
    public interface Sleep {

        /**
         * Pauses the thread.
         *
         * @throws InterruptedException when the worker is closed meanwhile
         */
        void await(Duration length) throws InterruptedException;
    }
}
