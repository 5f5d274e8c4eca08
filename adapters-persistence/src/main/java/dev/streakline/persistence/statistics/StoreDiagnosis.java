package dev.streakline.persistence.statistics;

import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.policy.FoldVersionRow;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a store is. */
public final class StoreDiagnosis {

    private final long dueViewers;
    private final @Nullable FoldVersion newerEngine;

    private StoreDiagnosis(long dueViewers, @Nullable FoldVersion newerEngine) {
        this.dueViewers = dueViewers;
        this.newerEngine = newerEngine;
    }

    /** The major version of the server, such as 18. */
    public static int serverVersion(Database database) {
        return database.as(Scope.APP)
                .read(handle -> handle.createQuery("select current_setting('server_version_num')::integer / 10000")
                        .mapTo(Integer.class)
                        .one());
    }

    /** How a store is whose schema is up to date. */
    public static StoreDiagnosis of(Database database, FoldVersion ours, Instant now) {
        return database.as(Scope.APP).read(handle -> {
            Optional<FoldVersion> newer = FoldVersionRow.newest(handle).filter(newest -> newest.compareTo(ours) > 0);
            // A newer version folds under its own number: under ours no viewer is due.
            return newer.isPresent()
                    ? new StoreDiagnosis(0, newer.get())
                    : new StoreDiagnosis(
                            StoredRow.countOfDue(handle, FoldVersionRow.findOrNew(handle, ours), EpochMicros.of(now)),
                            null);
        });
    }

    /** How many viewers would be folded now: for new facts, or because time, policies or the engine have changed. */
    public long dueViewers() {
        return dueViewers;
    }

    /** The newest fold version of this store, if it is newer than ours. */
    public Optional<FoldVersion> newerEngine() {
        return Optional.ofNullable(newerEngine);
    }
}
