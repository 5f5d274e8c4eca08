package dev.streakline.persistence.intake;

import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.SubjectType;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.FactLog;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.ScopedDatabase;
import dev.streakline.persistence.name.Dimension;
import dev.streakline.persistence.name.FactKey;
import dev.streakline.persistence.name.KeyCache;
import dev.streakline.persistence.name.Keys;
import dev.streakline.persistence.recalculation.PostgresRecalculationRuns;
import dev.streakline.persistence.shard.FailedFolds;
import dev.streakline.persistence.shard.Marks;
import dev.streakline.persistence.shard.StandingsMarks;
import dev.streakline.persistence.shard.ViewerBatch;
import dev.streakline.persistence.shard.Viewers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Facts in PostgreSQL. */
public final class PostgresFactLog implements FactLog {

    /** A lock that appending shares and erasing has alone, so that no key changes between its look-up and its use. */
    private static final long FORGETTING = 0x5374_7265_616B_6CL;

    private final ScopedDatabase database;
    private final KeyCache cache = new KeyCache();

    /** The facts in a database. */
    public PostgresFactLog(Database database) {
        this.database = database.as(Scope.APP);
    }

    /**
     * New names are made in a transaction of their own, so that no batch waits for the facts of another. If the facts
     * fail, the names stay, without facts.
     */
    @Override
    public List<IngestResult> append(List<ParseResult.Parsed> facts) {
        FactBatch factBatch = new FactBatch(facts);
        while (true) {
            Appended appended = database.append(handle -> append(handle, factBatch));
            appended.keys().cache(cache);
            if (appended.missing().isEmpty()) {
                return appended.results();
            }
            database.useAppend(handle -> Keys.make(handle, appended.missing()));
        }
    }

    /** Either the verdicts, or the names that must be made before. */
    private record Appended(List<IngestResult> results, Keys keys) {

        private Map<Dimension, Set<String>> missing() {
            return keys.missing();
        }
    }

    private Appended append(Handle handle, FactBatch factBatch) throws SQLException {
        lock(handle, "pg_advisory_xact_lock_shared");
        Keys keys = Keys.find(handle, factBatch.names(), cache);
        return keys.missing().isEmpty()
                ? new Appended(factBatch.append(handle, keys), keys)
                : new Appended(List.of(), keys);
    }

    private static void lock(Handle handle, String function) {
        handle.createQuery("select 1 from " + function + "(:lock)")
                .bind("lock", FORGETTING)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public List<IngestResult> preview(List<ParseResult.Parsed> facts) {
        FactBatch factBatch = new FactBatch(facts);
        return database.read(handle -> factBatch.preview(handle, Keys.find(handle, factBatch.names())));
    }

    @Override
    public FactState state(FactId id) {
        return database.read(handle -> {
            Keys keys = keys(handle, id);
            return keys.missing().isEmpty()
                    ? FactTable.of(id.subjectType()).state(handle, keys.factKey(id))
                    : FactState.UNKNOWN;
        });
    }

    private static Keys keys(Handle handle, FactId id) {
        return Keys.find(handle, Map.of(Dimension.of(id.subjectType()), Set.of(id.subject())));
    }

    @Override
    public FactState withdraw(FactId id) {
        return database.append(handle -> {
            lock(handle, "pg_advisory_xact_lock_shared");
            Keys keys = keys(handle, id);
            return keys.missing().isEmpty() ? withdraw(handle, id.subjectType(), keys.factKey(id)) : FactState.UNKNOWN;
        });
    }

    private static FactState withdraw(Handle handle, SubjectType subjectType, FactKey key) {
        FactState before = FactTable.of(subjectType).withdraw(handle, key);
        if (before == FactState.ACTIVE && subjectType == SubjectType.VIEWER) {
            Marks.markViewers(handle, Set.of(key.subjectKey()));
            FailedFolds.tryNow(handle, Set.of(key.subjectKey()));
        } else if (before == FactState.ACTIVE && subjectType == SubjectType.TITLE) {
            Marks.markTitles(handle, Set.of(key.subjectKey()));
        }
        return before;
    }

    @Override
    public boolean erase(ViewerId viewer) {
        return database.write(handle -> {
            lock(handle, "pg_advisory_xact_lock");
            PostgresRecalculationRuns.erase(handle, viewer);
            return Viewers.key(handle, viewer).map(key -> erase(handle, key)).orElse(false);
        });
    }

    private static boolean erase(Handle handle, long viewerKey) {
        ViewerBatch erased = ViewerBatch.of(viewerKey);
        // The viewer first: this waits for a fold that has locked the row, and a later fold finds no viewer.
        handle.createUpdate("delete from viewer where viewer_key = :key")
                .bind("key", viewerKey)
                .execute();
        handle.execute("delete from viewer_statistics where " + erased.condition());
        StandingsMarks standings = new StandingsMarks();
        handle.createQuery("delete from viewer_channel where " + erased.condition() + " returning channel_key")
                .mapTo(Long.class)
                .forEach(channelKey -> standings.add(channelKey, viewerKey));
        standings.add(viewerKey);
        standings.write(handle);
        for (String table : List.of("announcement", "intake_count", "fold_failure")) {
            handle.createUpdate("delete from " + table + " where viewer_key = :key")
                    .bind("key", viewerKey)
                    .execute();
        }
        Marks.remove(handle, erased);
        return handle.execute("delete from fact where " + erased.condition()) > 0;
    }
}
