package dev.streakline.persistence.database;

import dev.streakline.application.history.StoreUnavailableException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * One PostgreSQL database, 15 or later, with the schema {@code streakline}. Statements run in a {@link Scope}. Safe for
 * use by several threads.
 *
 * <p>Example: {@code database.as(Scope.APP).read(handle -> …)}
 */
public final class Database {

    static final String SCHEMA = "streakline";
    static final String MIGRATIONS = "classpath:dev/streakline/persistence/migration";
    private static final Duration LONGEST_WAIT_FOR_A_LOCK = Duration.ofSeconds(10);
    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(10);

    private final Sessions sessions;
    private final Migrations migrations;

    /**
     * @param connections to the database, in no transaction of their own. Their role owns the schema, or is a member of
     *     {@code streakline_app}, {@code streakline_fold} and {@code streakline_creator}
     */
    public Database(DataSource connections) {
        this(connections, LONGEST_WAIT_FOR_A_LOCK, LONGEST_STATEMENT);
    }

    /**
     * As {@link #Database(DataSource)}, with other limits.
     *
     * @param longestWaitForALock in a transaction, at least a millisecond
     * @param longestStatement in a transaction, at least a millisecond
     */
    public Database(DataSource connections, Duration longestWaitForALock, Duration longestStatement) {
        this(new Sessions(
                connections,
                new OwnTransactions(connections::getConnection),
                longestWaitForALock,
                longestStatement,
                Supervision.NONE));
    }

    /** As {@link #Database(DataSource, Duration, Duration)}, for requests, which must fail fast. */
    public Database(MonitoredConnections connections, Duration longestWaitForALock, Duration longestStatement) {
        this(new Sessions(
                connections.unwatched(),
                new OwnTransactions(connections),
                longestWaitForALock,
                longestStatement,
                Supervision.NONE));
    }

    private Database(Sessions sessions) {
        this.sessions = sessions;
        this.migrations = new Migrations(sessions);
    }

    /** The same database, with supervision of its server. */
    public Database supervised(Supervision other) {
        return new Database(sessions.supervised(other));
    }

    /** The database in a scope. There is no other way to run a statement. */
    public ScopedDatabase as(Scope scope) {
        return new ScopedDatabase(sessions, scope);
    }

    /**
     * Brings the schema up to date. Several processes may do so at once: one does it, the others wait. Additions of a
     * newer version stay; an older version continues to work with them.
     *
     * @throws StoreUnavailableException when the database cannot be reached, or its schema is not what earlier versions
     *     made
     */
    public void migrate() {
        migrations.migrate();
    }

    /** The migrations that {@link #migrate} would run, one line each; empty when there are none. */
    public List<String> pendingMigrations() {
        return migrations.pending();
    }

    /** Migrations that are not as this program has or had them; empty when all is well. */
    public List<String> changedMigrations() {
        return migrations.changed();
    }

    /**
     * Whether the database can be written; false on a standby and for a read-only database.
     *
     * @throws StoreUnavailableException when the database cannot be reached
     */
    public boolean isWritable() {
        return as(Scope.APP)
                .query("select current_setting('transaction_read_only') = 'off'", row -> row.getBoolean(1))
                .orElseThrow();
    }

    /** Whether every scope works with the least privileges, which needs three roles. */
    public boolean hasRoles() {
        return missingRoles().isEmpty();
    }

    /** The roles of scopes that do not exist, or that the user of the connections may not take on. */
    public List<String> missingRoles() {
        return sessions.missingRoles();
    }

    /** Maps one row. */
    @FunctionalInterface
    public interface ResultMapper<R> {

        /** Maps it. */
        R of(ResultSet row) throws SQLException;
    }

    /** Work within one transaction. */
    @FunctionalInterface
    public interface DatabaseWork<R> {

        /** Does it; may be called again after it failed. */
        R with(Handle handle) throws SQLException;
    }

    /** Work without a result. */
    @FunctionalInterface
    public interface DatabaseTask {

        /** Does it; may be called again after it failed. */
        void with(Handle handle) throws SQLException;

        /** As work with a result, but returns nothing. */
        default DatabaseWork<Boolean> asWork() {
            return handle -> {
                with(handle);
                return true;
            };
        }
    }
}
