package dev.streakline.persistence.history;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Histories;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.ScopedDatabase;
import dev.streakline.persistence.policy.PolicyRows;
import dev.streakline.persistence.shard.ViewerBatch;
import dev.streakline.persistence.shard.Viewers;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Histories in PostgreSQL. */
public final class PostgresHistories implements Histories {

    private final ScopedDatabase database;
    private final FactBound most;
    private final Semaphore shared;

    /** The histories in a database. Those in use at once take a third of the heap at most, and one of them a sixth. */
    public PostgresHistories(Database database) {
        this(database, FactBound.ofEachOf(2));
    }

    /**
     * As {@link #PostgresHistories(Database)}, with another bound.
     *
     * @param most facts of a history; there is room for twice as many in all
     */
    public PostgresHistories(Database database, FactBound most) {
        this.database = database.as(Scope.APP);
        this.most = most;
        this.shared = new Semaphore(2 * most.facts());
    }

    @Override
    public List<ViewerId> viewers() {
        return database.read(Viewers::all);
    }

    @Override
    public Optional<ViewerSnapshot> history(ViewerId viewer) {
        return database.read(handle -> known(handle, viewer, new FactRoom(most)));
    }

    @Override
    public <R> Optional<R> use(ViewerId viewer, Function<ViewerSnapshot, R> made) {
        try (FactRoom room = new FactRoom(most, shared)) {
            return database.read(handle -> {
                        // The work may be tried again.
                        room.empty();
                        return known(handle, viewer, room);
                    })
                    .map(made);
        }
    }

    private static Optional<ViewerSnapshot> known(Handle handle, ViewerId viewer, FactRoom room) throws SQLException {
        Optional<Long> key = Viewers.keyOfKnown(handle, viewer);
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(BatchHistories.whole(
                                handle,
                                ViewerBatch.of(key.get()),
                                PolicyRows.current(handle).policies(),
                                room)
                        .of(key.get()));
    }
}
