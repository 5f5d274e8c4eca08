package dev.streakline.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which a request has begun to arrive and its headers take longer than ten to fifteen seconds. No
 * thread waits for them, but each holds a connection, and would hold it for as long as it sends a byte now and then.
 */
final class SlowConnections extends AbstractLifeCycle implements Connection.Listener, Runnable {

    private static final long SWEEP_SECONDS = 5;
    private static final int MOST_SWEEPS = 3;

    private final Scheduler scheduler;
    private final Map<Connection, Progress> open = new ConcurrentHashMap<>();

    SlowConnections(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    protected void doStart() {
        scheduler.schedule(this, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Progress(0, 0, 0));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    @Override
    public void run() {
        open.replaceAll((connection, before) -> before.after(connection));
        open.forEach((connection, progress) -> {
            if (progress.sweeps() >= MOST_SWEEPS) {
                connection.getEndPoint().close();
            }
        });
        if (isRunning()) {
            scheduler.schedule(this, SWEEP_SECONDS, TimeUnit.SECONDS);
        }
    }

    /**
     * How far a connection has come.
     *
     * @param requests how many have arrived with all their headers
     * @param bytes how many had arrived when the last of them was seen
     * @param sweeps how often bytes of a next request were there, and it was not
     */
    private record Progress(long requests, long bytes, int sweeps) {

        private Progress after(Connection connection) {
            long requestsNow = connection.getMessagesIn();
            long bytesNow = connection.getBytesIn();
            boolean isBetween = requestsNow == connection.getMessagesOut();
            if (requestsNow != requests || !isBetween || bytesNow == bytes) {
                return new Progress(requestsNow, bytesNow, 0);
            }
            return new Progress(requests, bytes, sweeps + 1);
        }
    }
}
