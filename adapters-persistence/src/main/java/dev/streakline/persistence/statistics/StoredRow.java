package dev.streakline.persistence.statistics;

import dev.streakline.application.ranking.RankingValues;
import dev.streakline.persistence.policy.FoldVersionRow;
import dev.streakline.persistence.shard.ViewerBatch;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The stored data of a viewer without the statistics themselves.
 *
 * @param foldVersion of the viewer's last fold; absent before the first
 * @param ranked the viewer's values for the ranking of the whole deployment
 * @param isMarked whether the viewer has facts that no fold has seen
 */
record StoredRow(
        long viewerKey,
        String name,
        @Nullable UUID digest,
        @Nullable Integer foldVersion,
        @Nullable Long nextChangeAt,
        RankingValues ranked,
        boolean isMarked) {

    /** How rows are read. */
    enum Locking {
        /**
         * Other transactions may fold the same viewers; a transaction that finds a row written since must be tried
         * again.
         */
        NONE(""),
        /** No other transaction folds these viewers until this one ends; waits for viewers that another folds now. */
        WAIT(" for no key update of viewer"),
        /** The same, but skips viewers that another transaction folds now. */
        SKIP(" for no key update of viewer skip locked");

        private final String clause;

        Locking(String clause) {
            this.clause = clause;
        }
    }

    /** Those viewers of a batch with an accepted fact, ascending by key. */
    static List<StoredRow> read(Handle handle, ViewerBatch batch, Locking locking) {
        Set<Long> marked = handle.createQuery("select distinct viewer_key from mark where " + batch.condition())
                .mapTo(Long.class)
                .set();
        return handle
                .createQuery(
                        "select viewer_key, name, digest, fold_version, next_change_at, ranked_seconds, ranked_messages from viewer"
                                + " left join (select * from viewer_statistics where " + batch.condition()
                                + ") kept using (viewer_key) where " + batch.conditionOnViewers()
                                + " order by viewer_key"
                                + locking.clause)
                .setFetchSize(5_000)
                .map((row, context) -> new StoredRow(
                        row.getLong("viewer_key"),
                        row.getString("name"),
                        row.getObject("digest", UUID.class),
                        row.getObject("fold_version", Integer.class),
                        row.getObject("next_change_at", Long.class),
                        new RankingValues(row.getLong("ranked_seconds"), row.getInt("ranked_messages")),
                        marked.contains(row.getLong("viewer_key"))))
                .stream()
                .filter(row -> row.isMarked || row.foldVersion != null)
                .toList();
    }

    /** How many viewers of all shards are due, also those of marked titles. */
    static long countOfDue(Handle handle, FoldVersionRow version, long now) {
        return handle.createQuery("""
                        select count(*) from (
                            select viewer_key from mark
                            union
                            select viewer_key from fact join title_mark using (title_key)
                            union
                            select viewer_key from viewer_statistics where next_change_at <= :now or fold_version <> :version) due
                        """)
                .bind("now", now)
                .bind("version", version.number())
                .mapTo(Long.class)
                .one();
    }

    /** The keys of viewers, to bind. */
    static Object[] keys(List<StoredRow> rows) {
        return rows.stream().map(StoredRow::viewerKey).toArray();
    }
}
