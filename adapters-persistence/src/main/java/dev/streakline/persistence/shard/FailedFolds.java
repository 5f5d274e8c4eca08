package dev.streakline.persistence.shard;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.HistoryTooLongException;
import dev.streakline.application.statistics.Statistics.SetAside;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.persistence.rows.Columns;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/** Viewers whose last fold failed, as rows of the table {@code fold_failure}. */
public final class FailedFolds {

    /** When the statement began, by the clock of the database, in microseconds since 1970; a condition on it can use an index. */
    public static final String NOW = "(extract(epoch from statement_timestamp()) * 1000000)::bigint";

    private static final int LONGEST_REASON = 500;

    /**
     * A condition on rows called {@code waiting}, in which {@code CLOCK} is replaced by the database's time. It is true
     * while the viewer's back-off has not ended and :most facts are not more than the failed fold could read.
     */
    public static final String BACKING_OFF =
            "exists (select from fold_failure failed where failed.shard = waiting.shard"
                    + " and failed.viewer_key = waiting.viewer_key and failed.try_at > CLOCK"
                    + " and (failed.most is null or failed.most >= :most))";

    private FailedFolds() {}

    /**
     * Sets a viewer aside until a back-off ends. For a transaction with one snapshot, which is tried again when another one has
     * counted a failure of the same viewer meanwhile.
     */
    public static void add(Handle handle, long viewerKey, Throwable why) {
        String reason = String.valueOf(why.getMessage() == null ? why : why.getMessage())
                .replace((char) 0, ' ');
        int failures = failures(handle, viewerKey) + 1;
        handle.createUpdate("insert into fold_failure as failed"
                        + " select viewer_key & 15, viewer_key, :failures, " + NOW + " + :backOff, :reason, :most"
                        + " from viewer where viewer_key = :key"
                        + " on conflict (shard, viewer_key) do update set failures = excluded.failures,"
                        + " try_at = excluded.try_at, reason = excluded.reason, most = excluded.most")
                .bind("failures", failures)
                .bind("backOff", TimeUnit.MICROSECONDS.convert(SetAside.BACK_OFF.after(failures)))
                .bind("most", why instanceof HistoryTooLongException tooLong ? (Integer) tooLong.most() : null)
                .bind("reason", reason.substring(0, Math.min(LONGEST_REASON, reason.length())))
                .bind("key", viewerKey)
                .execute();
    }

    private static int failures(Handle handle, long viewerKey) {
        return handle.createQuery("select failures from fold_failure where shard = :key & 15 and viewer_key = :key")
                .bind("key", viewerKey)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    /** Ends the back-off of viewers, because their facts have become fewer. The next failure counts as before. */
    public static void tryNow(Handle handle, Collection<Long> viewerKeys) {
        if (!viewerKeys.isEmpty()) {
            handle.createUpdate("update fold_failure set try_at = 0"
                            + " where (shard, viewer_key) in (select key & 15, key from unnest(:keys) as key)")
                    .bind("keys", Columns.array("int8", viewerKeys.toArray()))
                    .execute();
        }
    }

    /** Removes the failures of viewers who were folded. */
    public static void remove(Handle handle, ViewerBatch folded) {
        handle.execute("delete from fold_failure where " + folded.condition());
    }

    public static List<SetAside> all(Handle handle) {
        return handle.createQuery("select name, failures, try_at, reason"
                        + " from fold_failure join viewer using (viewer_key) order by name")
                .map((row, context) -> new SetAside(
                        new ViewerId(row.getString("name")),
                        row.getInt("failures"),
                        EpochMicros.toInstant(row.getLong("try_at")),
                        row.getString("reason")))
                .list();
    }
}
