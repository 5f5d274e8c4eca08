package dev.streakline.persistence.shard;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.HistoryTooLongException;
import dev.streakline.application.statistics.Statistics.SetAside;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.persistence.rows.Columns;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/** Viewers whose last fold failed, as rows of the table {@code fold_failure}. */
public final class FailedFolds {

    private static final String NOW = "(extract(epoch from statement_timestamp()) * 1000000)::bigint";
    private static final int LONGEST_REASON = 500;

    /** Of rows of viewers called {@code waiting}: those who rest after a failure, which :most facts would not mend. */
    public static final String RESTING = "exists (select from fold_failure failed where failed.shard = waiting.shard"
            + " and failed.viewer_key = waiting.viewer_key and failed.try_at > " + NOW
            + " and (failed.most is null or failed.most >= :most))";

    private FailedFolds() {}

    /** Sets a viewer aside: for a rest, twice as long after each further failure, and at most for the longest one. */
    public static void add(Handle handle, long viewerKey, Throwable why) {
        String reason = String.valueOf(why.getMessage() == null ? why : why.getMessage())
                .replace((char) 0, ' ');
        handle.createUpdate("insert into fold_failure as failed"
                        + " select viewer_key & 15, viewer_key, 1, " + NOW + " + :first, :reason, :most"
                        + " from viewer where viewer_key = :key"
                        + " on conflict (shard, viewer_key) do update set failures = failed.failures + 1,"
                        + " try_at = " + NOW + " + least(:longest, :first * (1 << least(failed.failures, 9))),"
                        + " reason = excluded.reason, most = excluded.most")
                .bind("first", micros(SetAside.FIRST_REST))
                .bind("longest", micros(SetAside.LONGEST_REST))
                .bind("most", why instanceof HistoryTooLongException tooLong ? (Integer) tooLong.most() : null)
                .bind("reason", reason.substring(0, Math.min(LONGEST_REASON, reason.length())))
                .bind("key", viewerKey)
                .execute();
    }

    private static long micros(Duration rest) {
        return TimeUnit.MICROSECONDS.convert(rest);
    }

    /** Lets viewers be folded without a rest, for their facts have become fewer; each further failure counts as before. */
    public static void tryNow(Handle handle, Collection<Long> viewerKeys) {
        if (!viewerKeys.isEmpty()) {
            handle.createUpdate("update fold_failure set try_at = 0"
                            + " where (shard, viewer_key) in (select key & 15, key from unnest(:keys) as key)")
                    .bind("keys", Columns.array("int8", viewerKeys.toArray()))
                    .execute();
        }
    }

    /** Forgets the failures of those who were folded. */
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
