package dev.streakline.persistence.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Sessions of a database: each piece of work gets one, in a scope, and is tried again where that is safe. */
final class Sessions {

    private static final Set<String> RETRYABLE = Set.of("40001", "40P01", "23505");
    private static final int TRIES = 50;
    private static final long PAUSE_NANOS = 2_000_000;

    /**
     * Before and after a statement that is a transaction by itself. The driver sends all four statements at once and reads
     * the four results together. They are one transaction whatever else the driver does, because it is begun explicitly.
     */
    private static final String BEFORE =
            "begin; select set_config('role', ?, true), set_config('streakline.creator', ?, true); ";

    private static final String AFTER = "; commit";
    /** Shared, because it keeps the statements that it has parsed. */
    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private static final int PARAMETERS_BEFORE = 2;

    private final DataSource unwatched;
    private final OwnTransactions connections;
    private final Duration longestWaitForALock;
    private final Duration longestStatement;
    private final Supervision supervision;
    private final Jdbi jdbi;
    private final Roles roles = new Roles();
    /** Whether this thread is in a transaction. */
    private final ThreadLocal<Boolean> working = ThreadLocal.withInitial(() -> false);

    Sessions(
            DataSource unwatched,
            OwnTransactions connections,
            Duration longestWaitForALock,
            Duration longestStatement,
            Supervision supervision) {
        this.unwatched = unwatched;
        this.connections = connections;
        this.longestWaitForALock = longestWaitForALock;
        this.longestStatement = longestStatement;
        this.supervision = supervision;
        this.jdbi = Jdbi.create(connections).configure(SqlStatements.class, each -> each.setSqlParser(PARSER));
    }

    /** The same sessions, with supervision of their server. */
    Sessions supervised(Supervision other) {
        return new Sessions(unwatched, connections, longestWaitForALock, longestStatement, other);
    }

    /** Connections for background work. */
    DataSource unwatched() {
        return unwatched;
    }

    Supervision.Origin origin() {
        return supervision.origin();
    }

    /** Refuses while there is no room for more facts. */
    void requireRoom() {
        supervision.room().run();
    }

    /** After roles may have been created. */
    void forgetRoles() {
        roles.forget();
    }

    /** Our roles that do not exist, or that the user of the connections may not take on. */
    List<String> missingRoles() {
        return run(
                TransactionIsolationLevel.READ_COMMITTED,
                Scope.OWNER,
                Attempts.OF_A_READ,
                handle -> roles.missing(handle.getConnection()));
    }

    /** Runs a query in a transaction of its own. */
    <R> Optional<R> query(Scope scope, String query, Database.ResultMapper<R> resultMapper, Object... parameters) {
        String scoped = BEFORE + query + AFTER;
        for (int recovered = 0; ; recovered++) {
            try {
                return queryAnySession(scope, scoped, resultMapper, parameters);
            } catch (SQLException failed) {
                SQLException cause = Outage.cause(failed).orElse(failed);
                if (!isBackAfter(cause, recovered)) {
                    throw Outage.of(cause, failed, supervision.origin());
                }
            }
        }
    }

    private <R> Optional<R> queryAnySession(
            Scope scope, String scoped, Database.ResultMapper<R> resultMapper, Object... parameters)
            throws SQLException {
        for (int tried = 1; ; tried++) {
            Connection connection = connections.openConnection();
            try {
                return query(connection, roles.of(scope, connection), scope, scoped, resultMapper, parameters);
            } catch (SQLException failed) {
                if (tried == TRIES || !Outage.isAbsence(failed.getSQLState())) {
                    throw failed;
                }
            } finally {
                connections.closeConnection(connection);
            }
        }
    }

    private static <R> Optional<R> query(
            Connection connection,
            String role,
            Scope scope,
            String scoped,
            Database.ResultMapper<R> resultMapper,
            Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(scoped)) {
            statement.setString(1, role);
            statement.setString(2, scope.creator());
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(PARAMETERS_BEFORE + 1 + i, parameters[i]);
            }
            statement.execute();
            // The first result is that of begin, the second has the settings.
            statement.getMoreResults();
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? Optional.of(resultMapper.of(rows)) : Optional.empty();
            }
        } catch (SQLException failed) {
            rollBack(connection, failed);
            throw failed;
        }
    }

    /** A failed transaction has not reached its commit. */
    private static void rollBack(Connection connection, SQLException failed) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("rollback");
        } catch (SQLException lost) {
            failed.addSuppressed(lost);
        }
    }

    /** Does work in one transaction, and again where that is safe. */
    <R> R run(
            TransactionIsolationLevel isolation,
            Scope scope,
            Attempts attempts,
            Database.DatabaseWork<R> databaseWork) {
        if (working.get()) {
            throw new IllegalStateException(
                    "this thread is in a transaction already; work in another scope would not end with its own role");
        }
        int recovered = 0;
        for (int tried = 1; ; tried++) {
            Attempt attempt = new Attempt();
            try {
                return inTransaction(isolation, scope, attempt, databaseWork);
            } catch (JdbiException | SQLException failed) {
                SQLException cause = attempt.cause(failed);
                boolean isBegun = attempt.stage() != Attempts.Stage.OPENING;
                if (isBegun && tried < attempts.afterConflict() && isRetryable(cause)) {
                    LockSupport.parkNanos(tried * PAUSE_NANOS);
                } else if (failed instanceof ConnectionException
                        || isBegun
                        || tried >= TRIES
                        || !Outage.isAbsence(cause.getSQLState())) {
                    if (!attempts.mayRepeatAfter(attempt.stage()) || !isBackAfter(cause, recovered++)) {
                        throw Outage.of(cause, failed, supervision.origin());
                    }
                    tried = 0;
                }
            }
        }
    }

    private <R> R inTransaction(
            TransactionIsolationLevel isolation, Scope scope, Attempt attempt, Database.DatabaseWork<R> databaseWork)
            throws SQLException {
        working.set(true);
        try {
            return jdbi.inTransaction(isolation, handle -> {
                begin(handle, scope);
                return attempt.work(databaseWork, handle);
            });
        } finally {
            working.remove();
        }
    }

    /**
     * Whether the server was lost and is back. The number of tries is limited, for work that itself ends the server.
     */
    boolean isBackAfter(SQLException cause, int recovered) {
        return recovered < TRIES
                && Outage.isAbsence(cause.getSQLState())
                && supervision.recovery().getAsBoolean();
    }

    /**
     * Settings apply to this transaction only: the next on this connection may be another program's. Plans are not
     * cached: one made for an empty table reads the whole table, and would continue to do so with millions of rows.
     */
    private void begin(Handle handle, Scope scope) throws SQLException {
        handle.createQuery("""
                        select set_config('search_path', 'streakline, pg_temp', true),
                            set_config('plan_cache_mode', 'force_custom_plan', true),
                            set_config('lock_timeout', :lock, true),
                            set_config('statement_timeout', :statement, true),
                            set_config('role', :role, true),
                            set_config('streakline.creator', :creator, true)
                        """)
                .bind("lock", String.valueOf(longestWaitForALock.toMillis()))
                .bind("statement", String.valueOf(longestStatement.toMillis()))
                .bind("role", roles.of(scope, handle.getConnection()))
                .bind("creator", scope.creator())
                .mapTo(String.class)
                .one();
    }

    /** Whether two transactions crossed each other: serialisation, deadlock, or the same new row by both. */
    private static boolean isRetryable(SQLException failed) {
        // A failure to reach any database has no state.
        return failed.getSQLState() != null && RETRYABLE.contains(failed.getSQLState());
    }
}
