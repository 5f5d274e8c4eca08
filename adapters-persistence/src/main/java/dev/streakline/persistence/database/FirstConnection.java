package dev.streakline.persistence.database;

import dev.streakline.application.history.StoreUnavailableException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The first connection of a process to an external server: checks whether the server accepts it, and how many more it
 * may have.
 */
public final class FirstConnection {

    /** How long sessions of a process that has just ended may go on to occupy connections. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final long PAUSE_MILLIS = 100;
    private static final String TOO_MANY_CONNECTIONS = "53300";
    /** The first characters of the states of those who reach no server. */
    private static final String NO_CONNECTION = "08";

    /**
     * The limits of the role, the database and the server, less the sessions in use. A role without privileges does not
     * see the kind of other roles' sessions.
     */
    private static final String FREE = """
            with session as (
                select usename, datname from pg_catalog.pg_stat_activity
                where pid <> pg_backend_pid() and usesysid is not null
                    and coalesce(backend_type, 'client backend') = 'client backend')
            select least(
                (select nullif(rolconnlimit, -1) from pg_catalog.pg_roles where rolname = session_user)
                    - (select count(*) from session where usename = session_user),
                (select nullif(datconnlimit, -1) from pg_catalog.pg_database where datname = current_database())
                    - (select count(*) from session where datname = current_database()),
                current_setting('max_connections')::integer
                    - current_setting('superuser_reserved_connections')::integer
                    - coalesce(nullif(current_setting('reserved_connections', true), '')::integer, 0)
                    - (select count(*) from session))
            """;

    private final DataSource server;
    private final String shown;

    /**
     * A connection that is not made yet.
     *
     * @param server returns a new connection each time
     * @param shown the server's location, for people, without secrets
     */
    public FirstConnection(DataSource server, String shown) {
        this.server = server;
        this.shown = shown;
    }

    /**
     * How many connections the server gives to this process, the first included. If there are fewer than needed, counts
     * again for some seconds.
     *
     * @return 0 when the server accepts no further connection
     * @throws StoreUnavailableException when it cannot be reached, or refuses the user
     */
    public int free(int fewest) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            int free = counted();
            if (free >= fewest || System.nanoTime() > end) {
                return free;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return free;
            }
        }
    }

    private int counted() {
        try {
            return new Database(server)
                    .as(Scope.OWNER)
                    .query(FREE, row -> row.getInt(1))
                    .orElseThrow();
        } catch (StoreUnavailableException failed) {
            SQLException refused = Outage.cause(failed).orElse(null);
            String state = refused == null ? null : refused.getSQLState();
            if (TOO_MANY_CONNECTIONS.equals(state)) {
                return 0;
            }
            if (refused != null && (state == null || state.startsWith(NO_CONNECTION))) {
                throw new StoreUnavailableException(
                        "Cannot connect to " + shown + ": " + why(refused)
                                + ". Check that it is running, then run this again.",
                        failed);
            }
            throw failed;
        }
    }

    /** The driver's message, and the reason behind it, such as an unknown host name. */
    private static String why(SQLException refused) {
        Throwable reason = rootOf(refused);
        String words = String.valueOf(refused.getMessage()).replaceAll("\\.+$", "");
        if (reason == refused) {
            return words;
        }
        String name = reason instanceof UnknownHostException ? "unknown host " : "";
        return words + " (" + name + reason.getMessage() + ")";
    }

    private static Throwable rootOf(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
