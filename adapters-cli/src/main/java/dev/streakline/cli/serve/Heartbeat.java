package dev.streakline.cli.serve;

import dev.streakline.application.history.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Gives signs of life on a thread of its own until it is closed. */
final class Heartbeat implements AutoCloseable {

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "streakline-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    private Heartbeat() {}

    static Heartbeat of(Runnable sign, Duration pause) {
        Heartbeat heartbeat = new Heartbeat();
        Object unused = heartbeat.executor.scheduleWithFixedDelay(
                () -> renew(sign), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return heartbeat;
    }

    /** A store that is gone is told of by who works with it; the next sign may reach it again. */
    private static void renew(Runnable sign) {
        try {
            sign.run();
        } catch (StoreUnavailableException missed) {
            // A schedule ends with the first failure that leaves it.
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
