package dev.streakline.persistence.database;

import dev.streakline.application.history.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL database, 15 or later, that holds the schema {@code streakline}. Safe for several threads at once. */
public final class Database {

    static final String SCHEMA = "streakline";
    static final String MIGRATIONS = "classpath:dev/streakline/persistence/migration";
    private static final Set<String> CROSSED = Set.of("40001", "40P01", "23505");
    private static final int TRIES = 50;
    private static final long PAUSE_NANOS = 2_000_000;
    private static final Duration LONGEST_WAIT_FOR_A_LOCK = Duration.ofSeconds(10);
    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(10);

    private static final String ROLES = "/dev/streakline/persistence/roles.sql";

    /** The user of the connections. */
    private static final String OWNER = "none";
    /** As whom facts come in and answers are read. */
    private static final String APP = "streakline_app";
    /** As whom folds work. */
    private static final String FOLD = "streakline_fold";

    private final DataSource unwatched;
    private final OwnTransactions connections;
    private final Duration longestWaitForALock;
    private final Duration longestStatement;
    private final Supervision supervision;
    private final Jdbi jdbi;
    /** Those of our roles that we may work as; absent until somebody asked. */
    private volatile @Nullable Set<String> roles;

    /**
     * @param connections to the database, in no transaction of their own, of a role that owns the schema, or that is a member of
     *     {@code streakline_app} and {@code streakline_fold}
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
        this(
                connections,
                new OwnTransactions(connections::getConnection),
                longestWaitForALock,
                longestStatement,
                Supervision.NONE);
    }

    /** As {@link #Database(DataSource, Duration, Duration)}, for those who are waited for. */
    public Database(MonitoredConnections connections, Duration longestWaitForALock, Duration longestStatement) {
        this(
                connections.unwatched(),
                new OwnTransactions(connections),
                longestWaitForALock,
                longestStatement,
                Supervision.NONE);
    }

    /** The same database, on a server for which something is done. */
    public Database supervised(Supervision other) {
        return new Database(unwatched, connections, longestWaitForALock, longestStatement, other);
    }

    private Database(
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
        this.jdbi = Jdbi.create(connections);
    }

    /**
     * Brings the schema up to date. Several processes may do so at once: one does it, the others wait. What a newer version
     * has added stays, and an older one goes on beside it.
     *
     * @throws StoreUnavailableException when the database cannot be reached, or its schema is not what earlier versions made
     */
    public void migrate() {
        flyway(Flyway::migrate);
        grant();
    }

    /** Not as a callback of Flyway: that would take a third connection. */
    private void grant() {
        run(TransactionIsolationLevel.READ_COMMITTED, OWNER, Attempts.OF_IDEMPOTENT_WORK, handle -> {
            try (Statement statement = handle.getConnection().createStatement()) {
                return statement.execute(grants());
            }
        });
        // They may have been made just now.
        roles = null;
    }

    private static String grants() {
        try (InputStream script = Database.class.getResourceAsStream(ROLES)) {
            return new String(Objects.requireNonNull(script, ROLES).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What {@link #migrate} would do, one line for each migration; empty when there is nothing to do. */
    public List<String> pendingMigrations() {
        return flyway(flyway -> List.of(flyway.info().pending()).stream()
                .map(MigrationInfo::getScript)
                .toList());
    }

    /** A migration is a transaction: one that was cut off begins again. */
    private <R> R flyway(Function<Flyway, R> work) {
        for (int recovered = 0; ; recovered++) {
            try {
                return work.apply(flyway());
            } catch (FlywayValidateException changed) {
                throw Outage.changed(changedMigrations(), changed);
            } catch (FlywayException failed) {
                Optional<SQLException> cause = Outage.cause(failed);
                if (cause.isEmpty() || !isBackAfter(cause.get(), recovered)) {
                    throw Outage.of(failed, supervision.origin());
                }
            }
        }
    }

    /** Migrations that are not as this program has or had them; empty when all is well. */
    public List<String> changedMigrations() {
        return flyway(flyway -> flyway.validateWithResult().invalidMigrations.stream()
                .map(each -> "migration " + each.version + " (" + each.description + ")")
                .toList());
    }

    private Flyway flyway() {
        FluentConfiguration configuration = Flyway.configure(Database.class.getClassLoader())
                .dataSource(unwatched)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .locations(MIGRATIONS)
                .skipDefaultCallbacks(true)
                .ignoreMigrationPatterns("*:future", "*:pending")
                .validateMigrationNaming(true);
        return configuration.load();
    }

    /** What one transaction reads, all of it from one snapshot. */
    public <R> R read(DatabaseWork<R> databaseWork) {
        return run(TransactionIsolationLevel.REPEATABLE_READ, APP, Attempts.OF_A_READ, databaseWork);
    }

    /** As {@link #read}, for work that hands on what it reads while it reads: never tried again once it has begun. */
    public void useRead(DatabaseTask databaseTask) {
        run(TransactionIsolationLevel.REPEATABLE_READ, APP, Attempts.ONE, databaseTask.asWork());
    }

    /** What one transaction does, each statement of which sees what was committed before it. */
    public <R> R write(DatabaseWork<R> databaseWork) {
        return run(TransactionIsolationLevel.READ_COMMITTED, APP, Attempts.OF_A_WRITE, databaseWork);
    }

    /** As {@link #write}, for work without an answer. */
    public void useWrite(DatabaseTask databaseTask) {
        write(databaseTask.asWork());
    }

    /** As {@link #write}, for idempotent work that makes the store grow: it is refused when there is no room. */
    public <R> R append(DatabaseWork<R> databaseWork) {
        supervision.room().run();
        return run(TransactionIsolationLevel.READ_COMMITTED, APP, Attempts.OF_IDEMPOTENT_WORK, databaseWork);
    }

    /** As {@link #append}, for work without an answer. */
    public void useAppend(DatabaseTask databaseTask) {
        append(databaseTask.asWork());
    }

    /**
     * What one transaction reads from one snapshot and writes, tried again with a newer snapshot when another transaction
     * has changed a row that it changes too. The work is idempotent; it is refused when there is no room.
     */
    public <R> R fold(DatabaseWork<R> databaseWork) {
        supervision.room().run();
        return run(TransactionIsolationLevel.REPEATABLE_READ, FOLD, Attempts.OF_IDEMPOTENT_WORK, databaseWork);
    }

    /** As {@link #fold}, for work without an answer. */
    public void useFold(DatabaseTask databaseTask) {
        fold(databaseTask.asWork());
    }

    /**
     * What one statement reads, in autocommit: one round trip where {@link #read} takes several, and one statement is one snapshot.
     * Tried again only on another connection when the session of the first has ended. For what is asked often and must be
     * fast; nothing of what a transaction sets holds here:
     *
     * <ul>
     *   <li>It works as the user of the connection himself, not with the least privileges: the statement is a constant of the
     *       program that only reads, and whatever comes from outside is a parameter.
     *   <li>It names its tables with their schema.
     *   <li>Its plan is kept until the database next analyses the tables; it is to find by an index what may grow.
     *   <li>It waits as long as the connection lets it.
     * </ul>
     *
     * @param query one statement, with a {@code ?} for each parameter
     * @return what is made of the first row; empty when there is none
     * @throws StoreUnavailableException when the database cannot be reached or refuses
     */
    public <R> Optional<R> query(String query, ResultMapper<R> resultMapper, Object... parameters) {
        for (int recovered = 0; ; recovered++) {
            try {
                return askAnySession(query, resultMapper, parameters);
            } catch (SQLException failed) {
                SQLException cause = Outage.cause(failed).orElse(failed);
                if (!isBackAfter(cause, recovered)) {
                    throw Outage.of(cause, failed, supervision.origin());
                }
            }
        }
    }

    private <R> Optional<R> askAnySession(String query, ResultMapper<R> resultMapper, Object... parameters)
            throws SQLException {
        for (int tried = 1; ; tried++) {
            Connection connection = connections.openConnection();
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(resultMapper.of(rows)) : Optional.empty();
                }
            } catch (SQLException failed) {
                if (tried == TRIES || !Outage.isAbsence(failed.getSQLState())) {
                    throw failed;
                }
            } finally {
                connections.closeConnection(connection);
            }
        }
    }

    private <R> R run(
            TransactionIsolationLevel isolation, String role, Attempts attempts, DatabaseWork<R> databaseWork) {
        int recovered = 0;
        for (int tried = 1; ; tried++) {
            Attempt attempt = new Attempt();
            try {
                return jdbi.inTransaction(isolation, handle -> {
                    begin(handle, role);
                    return attempt.work(databaseWork, handle);
                });
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

    /** Whether the server was lost, and is there again; not for ever, as for work that ends it each time. */
    private boolean isBackAfter(SQLException cause, int recovered) {
        return recovered < TRIES
                && Outage.isAbsence(cause.getSQLState())
                && supervision.recovery().getAsBoolean();
    }

    /**
     * Settings hold for this transaction only: the next on this connection may be somebody else's. Plans are not kept: one
     * that was made for an empty table reads the whole table, and would go on to do so when there are millions of rows.
     */
    private void begin(Handle handle, String role) {
        handle.createQuery("""
                        select set_config('search_path', 'streakline, pg_temp', true),
                            set_config('plan_cache_mode', 'force_custom_plan', true),
                            set_config('lock_timeout', :lock, true),
                            set_config('statement_timeout', :statement, true),
                            set_config('role', :role, true)
                        """)
                .bind("lock", String.valueOf(longestWaitForALock.toMillis()))
                .bind("statement", String.valueOf(longestStatement.toMillis()))
                .bind("role", roles(handle).contains(role) ? role : OWNER)
                .mapTo(String.class)
                .one();
    }

    private Set<String> roles(Handle handle) {
        Set<String> known = roles;
        if (known == null) {
            known = handle.createQuery(
                            "select rolname from pg_roles where rolname in (<names>) and pg_has_role(oid, 'member')")
                    .bindList("names", APP, FOLD)
                    .mapTo(String.class)
                    .set();
            roles = known;
        }
        return known;
    }

    /**
     * Whether anything can be written; not on a standby, nor where the database is read-only.
     *
     * @throws StoreUnavailableException when the database cannot be reached
     */
    public boolean isWritable() {
        return query("select current_setting('transaction_read_only') = 'off'", row -> row.getBoolean(1))
                .orElseThrow();
    }

    /** Whether facts and folds each work with the least privileges, which needs two roles. */
    public boolean hasRoles() {
        return read(this::roles).size() == 2;
    }

    /** Whether two transactions crossed each other: serialisation, deadlock, or the same new row by both. */
    private static boolean isRetryable(SQLException failed) {
        // Who reaches no database has no state.
        return failed.getSQLState() != null && CROSSED.contains(failed.getSQLState());
    }

    /** What is made of one row. */
    @FunctionalInterface
    public interface ResultMapper<R> {

        /** Makes it. */
        R of(ResultSet row) throws SQLException;
    }

    /** Work within one transaction. */
    @FunctionalInterface
    public interface DatabaseWork<R> {

        /** Does it; may be called again after it failed. */
        R with(Handle handle) throws SQLException;
    }

    /** Work without an answer. */
    @FunctionalInterface
    public interface DatabaseTask {

        /** Does it; may be called again after it failed. */
        void with(Handle handle) throws SQLException;

        private DatabaseWork<Boolean> asWork() {
            return handle -> {
                with(handle);
                return true;
            };
        }
    }
}
