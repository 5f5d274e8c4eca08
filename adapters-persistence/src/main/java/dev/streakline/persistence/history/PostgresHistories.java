package dev.streakline.persistence.history;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Histories;
import dev.streakline.persistence.database.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Histories in PostgreSQL. */
public final class PostgresHistories implements Histories {

    private final Database database;

    /** The histories in a database. */
    public PostgresHistories(Database database) {
        this.database = database;
    }

    @Override
    public List<ViewerId> viewers() {
        return database.read(Viewers::all);
    }

    @Override
    public Optional<Known> history(ViewerId viewer) {
        return database.read(handle -> {
            Optional<Long> key = Viewers.keyOfKnown(handle, viewer);
            return key.isEmpty() ? Optional.empty() : Optional.of(known(handle, key.get()));
        });
    }

    private static Known known(Handle handle, long viewerKey) throws SQLException {
        Portion his = Portion.of(viewerKey);
        return PortionHistories.whole(handle, his, PolicyRows.current(handle).policies())
                .of(viewerKey);
    }
}
