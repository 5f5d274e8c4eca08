package dev.streakline.persistence.database;

import dev.streakline.application.history.StoreUnavailableException;
import java.util.Optional;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The database in one scope: every statement runs as the scope's role, and with its creator. The role and the limits
 * for locks and statements end with the transaction, so that connections can be shared. Transactions do not nest. Every
 * method throws {@link StoreUnavailableException} when the database cannot be reached or refuses. Safe for use by
 * several threads.
 */
public final class ScopedDatabase {

    private final Sessions sessions;
    private final Scope scope;

    ScopedDatabase(Sessions sessions, Scope scope) {
        this.sessions = sessions;
        this.scope = scope;
    }

    /** Reads in one transaction, from one snapshot. */
    public <R> R read(Database.DatabaseWork<R> databaseWork) {
        return sessions.run(TransactionIsolationLevel.REPEATABLE_READ, scope, Attempts.OF_A_READ, databaseWork);
    }

    /** As {@link #read}, for work that hands on what it reads while it reads: never tried again once it has begun. */
    public void useRead(Database.DatabaseTask databaseTask) {
        sessions.run(TransactionIsolationLevel.REPEATABLE_READ, scope, Attempts.ONE, databaseTask.asWork());
    }

    /** Does work in one transaction, in which each statement sees what was committed before it. */
    public <R> R write(Database.DatabaseWork<R> databaseWork) {
        return sessions.run(TransactionIsolationLevel.READ_COMMITTED, scope, Attempts.OF_A_WRITE, databaseWork);
    }

    /** As {@link #write}, for work without a result. */
    public void useWrite(Database.DatabaseTask databaseTask) {
        write(databaseTask.asWork());
    }

    /** As {@link #write}, for idempotent work that makes the store grow: it is refused when there is no room. */
    public <R> R append(Database.DatabaseWork<R> databaseWork) {
        sessions.requireRoom();
        return sessions.run(TransactionIsolationLevel.READ_COMMITTED, scope, Attempts.OF_IDEMPOTENT_WORK, databaseWork);
    }

    /** As {@link #append}, for work without a result. */
    public void useAppend(Database.DatabaseTask databaseTask) {
        append(databaseTask.asWork());
    }

    /**
     * Reads from one snapshot and writes, in one transaction. It is tried again with a newer snapshot when another transaction
     * has changed a row that it changes too. The work is idempotent; it is refused when there is no room.
     */
    public <R> R fold(Database.DatabaseWork<R> databaseWork) {
        sessions.requireRoom();
        return sessions.run(
                TransactionIsolationLevel.REPEATABLE_READ, scope, Attempts.OF_IDEMPOTENT_WORK, databaseWork);
    }

    /** As {@link #fold}, for work without a result. */
    public void useFold(Database.DatabaseTask databaseTask) {
        fold(databaseTask.asWork());
    }

    /**
     * Reads with one statement, in one round trip where {@link #read} takes several. One statement is one snapshot. It
     * is tried again only on another connection when the session of the first has ended. For what is read often and
     * must be fast:
     *
     * <ul>
     * <li>The statement is a constant of the program that only reads; all input is passed as parameters.
     * <li>It names its tables with their schema: the search path is that of the connection.
     * <li>Its plan is cached until the database next analyses the tables, so it must use an index on growing tables.
     * <li>The limits for locks and statements are those of the connection.
     * </ul>
     *
     * @param query one statement, with a {@code ?} for each parameter
     * @return the first row, mapped; empty when there is none
     */
    public <R> Optional<R> query(String query, Database.ResultMapper<R> resultMapper, Object... parameters) {
        return sessions.query(scope, query, resultMapper, parameters);
    }
}
