package dev.streakline.persistence.history;

import dev.streakline.application.history.Engine;
import dev.streakline.persistence.database.Database;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a store is. */
public final class Diagnosis {

    private final long waiting;
    private final @Nullable Engine newerEngine;

    private Diagnosis(long waiting, @Nullable Engine newerEngine) {
        this.waiting = waiting;
        this.newerEngine = newerEngine;
    }

    /** The major version of the server, such as 18. */
    public static int serverVersion(Database database) {
        return database.read(
                handle -> handle.createQuery("select current_setting('server_version_num')::integer / 10000")
                        .mapTo(Integer.class)
                        .one());
    }

    /** How a store is whose schema is up to date. */
    public static Diagnosis of(Database database, Engine ours) {
        return database.read(handle -> new Diagnosis(
                handle.createQuery("select count(distinct viewer_key) from mark")
                        .mapTo(Long.class)
                        .one(),
                Stamp.newest(handle)
                        .filter(newest -> newest.compareTo(ours) > 0)
                        .orElse(null)));
    }

    /** How many viewers have facts that no fold has seen. */
    public long waiting() {
        return waiting;
    }

    /** The newest engine that has folded here, when it is newer than ours. */
    public Optional<Engine> newerEngine() {
        return Optional.ofNullable(newerEngine);
    }
}
