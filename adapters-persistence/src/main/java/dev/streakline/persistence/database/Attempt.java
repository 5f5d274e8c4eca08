package dev.streakline.persistence.database;

import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * One try of a transaction: its last stage, and why it failed. Failures after that, on a closed connection, would hide
 * the reason.
 */
final class Attempt {

    private final AtomicReference<Attempts.Stage> stage = new AtomicReference<>(Attempts.Stage.OPENING);
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** Does the work of a transaction that has begun. */
    <R> R work(Database.DatabaseWork<R> databaseWork, Handle handle) throws SQLException {
        stage.set(Attempts.Stage.WORKING);
        try {
            R result = databaseWork.with(handle);
            stage.set(Attempts.Stage.COMMITTING);
            return result;
        } catch (JdbiException | SQLException failed) {
            failure.set(failed);
            throw failed;
        }
    }

    /** How far it came. */
    Attempts.Stage stage() {
        return Objects.requireNonNull(stage.get());
    }

    /** Why it failed, where this was thrown in the end. */
    SQLException cause(Exception thrown) {
        Exception first = failure.get();
        return Outage.cause(first == null ? thrown : first).orElseThrow(() -> new IllegalStateException(thrown));
    }
}
