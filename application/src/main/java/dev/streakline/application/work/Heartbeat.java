package dev.streakline.application.work;

import dev.streakline.application.history.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Renews a lease periodically, on a thread of its own, until it is closed. */
public final class Heartbeat implements AutoCloseable {

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "streakline-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    private Heartbeat() {}

    /**
     * Starts.
     *
     * @param renewal renews the lease; a store that is unavailable is tried again with the next heartbeat
     * @param pause between two heartbeats and before the first
     */
    public static Heartbeat start(Runnable renewal, Duration pause) {
        Heartbeat heartbeat = new Heartbeat();
        Object unused = heartbeat.executor.scheduleWithFixedDelay(
                () -> renew(renewal), pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
        return heartbeat;
    }

    private static void renew(Runnable renewal) {
        try {
            renewal.run();
        } catch (StoreUnavailableException missed) {
            // The code that works with the store reports the failure. An exception that escaped would end the schedule.
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
