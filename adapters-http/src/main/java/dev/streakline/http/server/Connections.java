package dev.streakline.http.server;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * All open connections. A connection is closed when the headers of a request take longer than two to three sweeps from
 * its first byte. Otherwise a byte now and then would keep it open. When there are too many, the oldest connection of
 * an unauthenticated caller is closed, so that new ones always find room.
 */
public final class Connections extends Handler.Wrapper implements Connection.Listener, Runnable {

    /** How often all connections are checked. */
    public static final Duration SWEEP = Duration.ofSeconds(5);

    private static final int MOST_SWEEPS = 3;

    private final int most;
    private final Duration sweep;
    private final UnreadAnswers answers;
    private final Map<Connection, Progress> open = new LinkedHashMap<>();

    /**
     * @param most the most open connections
     * @param sweep how often they are checked
     * @param answers whose slow readers are checked as often
     */
    public Connections(int most, Duration sweep, UnreadAnswers answers) {
        this.most = most;
        this.sweep = sweep;
        this.answers = answers;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        schedule();
    }

    private void schedule() {
        Scheduler scheduler = getServer().getScheduler();
        scheduler.schedule(this, sweep.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        Progress progress = progress(connection);
        if (progress != null) {
            progress.request = request;
            Request.addCompletionListener(request, failure -> progress.end(connection, request));
        }
        return super.handle(request, response, callback);
    }

    private @Nullable Progress progress(Connection connection) {
        synchronized (open) {
            return open.get(connection);
        }
    }

    @Override
    public void onOpened(Connection connection) {
        Connection surplus = null;
        synchronized (open) {
            open.put(connection, new Progress());
            if (open.size() > most) {
                surplus = open.entrySet().stream()
                        .filter(each -> !each.getValue().isAuthenticated())
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(connection);
                open.remove(surplus);
            }
        }
        if (surplus != null) {
            surplus.getEndPoint().close();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        synchronized (open) {
            open.remove(connection);
        }
    }

    @Override
    public void run() {
        try {
            List<Connection> slow;
            synchronized (open) {
                slow = open.entrySet().stream()
                        .filter(each -> each.getValue().isSlowAfter(each.getKey()))
                        .map(Map.Entry::getKey)
                        .toList();
            }
            slow.forEach(connection -> connection.getEndPoint().close());
            answers.cutSlowReaders();
        } finally {
            if (isRunning()) {
                schedule();
            }
        }
    }

    /** How far a connection has come. */
    private static final class Progress {

        private volatile @Nullable Request request;
        private volatile long bytes;
        private int sweeps;

        /** The next request may have begun already. */
        private void end(Connection connection, Request ended) {
            if (ended.equals(request)) {
                bytes = connection.getBytesIn();
                request = null;
            }
        }

        private boolean isAuthenticated() {
            Request current = request;
            CheckedRequest checked = current == null ? null : CheckedRequest.of(current);
            return checked != null && checked.isAuthenticated();
        }

        /** Whether bytes of a next request have been there for several sweeps, and it has not begun. */
        private boolean isSlowAfter(Connection connection) {
            boolean isWaiting = request == null && connection.getBytesIn() != bytes;
            sweeps = isWaiting ? sweeps + 1 : 0;
            return sweeps >= MOST_SWEEPS;
        }
    }
}
