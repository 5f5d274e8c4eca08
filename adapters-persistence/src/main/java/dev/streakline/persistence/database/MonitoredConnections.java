package dev.streakline.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connections for requests, which must fail fast. A monitor checks four times a second whether the server answers.
 * While it does not, pending calls fail and new calls are refused at once. A limit on silence would not do: it would
 * have to exceed the duration of the slowest statement.
 */
public final class MonitoredConnections implements ConnectionFactory, AutoCloseable {

    /** After which a connection of the watch is to fail. */
    public static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);
    /**
     * Connecting takes several answers, perhaps of a distant server, and calls that have a connection do not wait for
     * it.
     */
    public static final Duration LONGEST_CONNECTING = Duration.ofSeconds(3);

    private static final long PAUSE_MILLIS = 250;
    private static final long LONGEST_TRYING_NANOS = 900_000_000;
    private static final long PAUSE_BETWEEN_TRIES_NANOS = 50_000_000;

    private final DataSource connections;
    private final DataSource server;
    private final Set<Connection> taken = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "streakline-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean isAway;
    /** The monitor's own connection, used by its thread only. */
    private @Nullable Connection own;

    private MonitoredConnections(DataSource connections, DataSource server) {
        this.connections = connections;
        this.server = server;
    }

    /**
     * Starts monitoring, over a connection of its own.
     *
     * @param connections the monitored connections
     * @param server their server: returns a new connection each time, which times out after a silence of
     *     {@link #LONGEST_SILENCE}
     */
    public static MonitoredConnections of(DataSource connections, DataSource server) {
        MonitoredConnections watched = new MonitoredConnections(connections, server);
        Object unused = watched.executor.scheduleWithFixedDelay(
                watched::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return watched;
    }

    private void look() {
        isAway = !isThere();
        if (isAway) {
            taken.forEach(MonitoredConnections::abort);
        }
    }

    /** The end of one session proves nothing about the server: another is tried, if there is time. */
    private boolean isThere() {
        long begun = System.nanoTime();
        do {
            try {
                ask();
                return true;
            } catch (SQLException failed) {
                leave();
                if (!Outage.isAbsence(failed.getSQLState())) {
                    return true;
                }
                LockSupport.parkNanos(PAUSE_BETWEEN_TRIES_NANOS);
            }
        } while (System.nanoTime() - begun < LONGEST_TRYING_NANOS);
        return false;
    }

    private void ask() throws SQLException {
        Connection asked = own == null ? server.getConnection() : own;
        own = asked;
        try (Statement statement = asked.createStatement()) {
            statement.execute("select 1");
        }
    }

    private void leave() {
        Connection left = own;
        own = null;
        if (left != null) {
            abort(left);
        }
    }

    /** A thread that reads from it fails; the statement that it has sent may be executed all the same. */
    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException failed) {
            // It was closed meanwhile, or is aborted again at the next check.
        }
    }

    @Override
    public Connection openConnection() throws SQLException {
        refuseWhenAway();
        Connection connection = connections.getConnection();
        taken.add(connection);
        try {
            // It may have come too late to be aborted.
            refuseWhenAway();
        } catch (SQLException away) {
            closeConnection(connection);
            throw away;
        }
        return connection;
    }

    private void refuseWhenAway() throws SQLException {
        if (isAway) {
            throw new SQLTransientConnectionException("the database does not answer", "08006");
        }
    }

    /** Closing may block on the server as well. */
    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            connection.close();
        } finally {
            taken.remove(connection);
        }
    }

    /** The same connections, for those who are not waited for. */
    DataSource unwatched() {
        return connections;
    }

    /** Ends the watch; the connections stay. */
    @Override
    public void close() {
        executor.execute(this::leave);
        executor.shutdown();
    }
}
