package dev.streakline.persistence.intake;

import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.Reading;
import dev.streakline.application.fact.Space;
import dev.streakline.application.fact.Verdict;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.FactLog;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.name.Dimension;
import dev.streakline.persistence.name.FactKey;
import dev.streakline.persistence.name.Keys;
import dev.streakline.persistence.name.KeysAtHand;
import dev.streakline.persistence.recalculation.PostgresRecalculationRuns;
import dev.streakline.persistence.shard.FailedFolds;
import dev.streakline.persistence.shard.Marks;
import dev.streakline.persistence.shard.Portion;
import dev.streakline.persistence.shard.StandingsMarks;
import dev.streakline.persistence.shard.Viewers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Facts in PostgreSQL. */
public final class PostgresFactLog implements FactLog {

    /** Appending shares it, forgetting has it alone: nobody's key changes between its being looked up and its use. */
    private static final long FORGETTING = 0x5374_7265_616B_6CL;

    private final Database database;
    private final KeysAtHand keysAtHand = new KeysAtHand();

    /** The facts in a database. */
    public PostgresFactLog(Database database) {
        this.database = database;
    }

    /**
     * Names that are new are made in a transaction of their own, so that nobody waits for the facts of others; when the
     * facts fail, they stay, and are nobody's yet.
     */
    @Override
    public List<Verdict> append(List<Reading.Read> facts) {
        Batch batch = new Batch(facts);
        while (true) {
            Appended appended = database.append(handle -> append(handle, batch));
            appended.keys().keep(keysAtHand);
            if (appended.missing().isEmpty()) {
                return appended.verdicts();
            }
            database.useAppend(handle -> Keys.make(handle, appended.missing()));
        }
    }

    /** Either the verdicts, or the names that must be made before. */
    private record Appended(List<Verdict> verdicts, Keys keys) {

        private Map<Dimension, Set<String>> missing() {
            return keys.missing();
        }
    }

    private Appended append(Handle handle, Batch batch) throws SQLException {
        lock(handle, "pg_advisory_xact_lock_shared");
        Keys keys = Keys.find(handle, batch.names(), keysAtHand);
        return keys.missing().isEmpty()
                ? new Appended(batch.append(handle, keys), keys)
                : new Appended(List.of(), keys);
    }

    private static void lock(Handle handle, String function) {
        handle.createQuery("select 1 from " + function + "(:lock)")
                .bind("lock", FORGETTING)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public List<Verdict> judge(List<Reading.Read> facts) {
        Batch batch = new Batch(facts);
        return database.read(handle -> batch.judge(handle, Keys.find(handle, batch.names())));
    }

    @Override
    public State state(FactId id) {
        return database.read(handle -> {
            Keys keys = keys(handle, id);
            return keys.missing().isEmpty() ? FactTable.of(id.space()).state(handle, keys.factKey(id)) : State.UNKNOWN;
        });
    }

    private static Keys keys(Handle handle, FactId id) {
        return Keys.find(handle, Map.of(Dimension.of(id.space()), Set.of(id.subject())));
    }

    @Override
    public State withdraw(FactId id) {
        return database.append(handle -> {
            lock(handle, "pg_advisory_xact_lock_shared");
            Keys keys = keys(handle, id);
            return keys.missing().isEmpty() ? withdraw(handle, id.space(), keys.factKey(id)) : State.UNKNOWN;
        });
    }

    private static State withdraw(Handle handle, Space space, FactKey key) {
        State before = FactTable.of(space).withdraw(handle, key);
        if (before == State.COUNTS && space == Space.VIEWER) {
            Marks.markViewers(handle, Set.of(key.subjectKey()));
            FailedFolds.tryNow(handle, Set.of(key.subjectKey()));
        } else if (before == State.COUNTS && space == Space.TITLE) {
            Marks.markTitles(handle, Set.of(key.subjectKey()));
        }
        return before;
    }

    @Override
    public boolean forget(ViewerId viewer) {
        return database.write(handle -> {
            lock(handle, "pg_advisory_xact_lock");
            PostgresRecalculationRuns.forget(handle, viewer);
            return Viewers.key(handle, viewer).map(key -> forget(handle, key)).orElse(false);
        });
    }

    private static boolean forget(Handle handle, long viewerKey) {
        Portion his = Portion.of(viewerKey);
        // The viewer first: a fold that has his row locked is waited for, and one that comes later finds nobody.
        handle.createUpdate("delete from viewer where viewer_key = :key")
                .bind("key", viewerKey)
                .execute();
        handle.execute("delete from viewer_statistics where " + his.condition());
        StandingsMarks standings = new StandingsMarks();
        handle.createQuery("delete from viewer_channel where " + his.condition() + " returning channel_key")
                .mapTo(Long.class)
                .forEach(channelKey -> standings.add(channelKey, viewerKey));
        standings.add(viewerKey);
        standings.write(handle);
        for (String ledger :
                List.of("announcement", "badge_unlocked", "percentile_ranked", "intake_count", "fold_failure")) {
            handle.createUpdate("delete from " + ledger + " where viewer_key = :key")
                    .bind("key", viewerKey)
                    .execute();
        }
        Marks.remove(handle, his);
        return handle.execute("delete from fact where " + his.condition()) > 0;
    }
}
