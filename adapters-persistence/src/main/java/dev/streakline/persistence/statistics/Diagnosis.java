package dev.streakline.persistence.statistics;

import dev.streakline.application.statistics.Engine;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.policy.Stamp;
import java.time.Instant;
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
    public static Diagnosis of(Database database, Engine ours, Instant now) {
        return database.read(handle -> {
            Optional<Engine> newer = Stamp.newest(handle).filter(newest -> newest.compareTo(ours) > 0);
            // A newer engine folds by a stamp of its own: by ours nobody waits.
            return newer.isPresent()
                    ? new Diagnosis(0, newer.get())
                    : new Diagnosis(
                            KeptRow.countOfDue(handle, Stamp.findOrNew(handle, ours), EpochMicros.of(now)), null);
        });
    }

    /** How many viewers would be folded now: for new facts, or because time, policies or the engine have changed. */
    public long waiting() {
        return waiting;
    }

    /** The newest engine that has folded here, when it is newer than ours. */
    public Optional<Engine> newerEngine() {
        return Optional.ofNullable(newerEngine);
    }
}
