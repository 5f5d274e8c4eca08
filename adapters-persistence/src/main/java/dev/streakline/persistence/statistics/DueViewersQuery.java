package dev.streakline.persistence.statistics;

import dev.streakline.application.statistics.DueRule;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.Selection.Settled;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.persistence.history.FactBound;
import dev.streakline.persistence.policy.FoldVersionRow;
import dev.streakline.persistence.shard.FailedFolds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The viewers who are due for a fold, as {@link DueRule} decides. SQL repeats its conditions. A poll must find by an
 * index that none is due, and must not fetch every mark while facts arrive. A test compares both.
 */
enum DueViewersQuery {
    /** All of them. */
    EVERYBODY("false"),
    /** Without the viewers whose facts are still arriving. */
    SETTLED("max(marked_at) > CLOCK - " + micros(Settled.QUIET_PERIOD) + " and min(marked_at) > CLOCK - "
            + micros(Settled.LONGEST_WAIT));

    /** A condition for the marks of one viewer. */
    private final String arriving;

    DueViewersQuery(String arriving) {
        this.arriving = arriving;
    }

    private static long micros(Duration age) {
        return age.toNanos() / 1_000;
    }

    /** The due viewers of a shard, ascending by key. */
    List<Long> viewers(Handle handle, int shard, FoldVersionRow version, FactBound most, Instant now) {
        return viewers(handle, shard, version, most, now, FailedFolds.NOW);
    }

    /** As {@link #viewers(Handle, int, FoldVersionRow, FactBound, Instant)}, by another clock. */
    List<Long> viewers(Handle handle, int shard, FoldVersionRow version, FactBound most, Instant now, String clock) {
        String viewers = """
                (select viewer_key from mark where shard = :shard
                union
                select viewer_key from viewer_statistics where shard = :shard and next_change_at <= :now
                union
                select viewer_key from viewer_statistics where shard = :shard and fold_version < :version)
                except
                select viewer_key from fold_failure waiting where shard = :shard and BACKING_OFF
                except
                select viewer_key from mark where shard = :shard group by viewer_key having ARRIVING
                order by viewer_key
                """;
        return handle.createQuery(completed(viewers, clock))
                .bind("shard", shard)
                .bind("now", EpochMicros.of(now))
                .bind("version", version.number())
                .bind("most", most.facts())
                .mapTo(Long.class)
                .list();
    }

    private String completed(String statement, String clock) {
        return statement
                .replace("ARRIVING", arriving)
                .replace("BACKING_OFF", FailedFolds.BACKING_OFF)
                .replace("CLOCK", clock);
    }

    /** Finds shards with due viewers. Polled continuously, so it must be cheap when there are none. */
    Places places(Handle handle, FoldVersion version, FactBound most, Instant now) {
        return places(handle, version, most, now, FailedFolds.NOW);
    }

    /** As {@link #places(Handle, FoldVersion, FactBound, Instant)}, by another clock. */
    Places places(Handle handle, FoldVersion version, FactBound most, Instant now, String clock) {
        String places = """
                with ours as (
                    select number from fold_version
                    where policy_version = (select coalesce(max(version), 0) from policy)
                        and revision = :revision and time_zone_data = :zones)
                select
                    exists (select from title_mark) or not exists (select from ours) or exists (
                        select from fold_version where (revision, time_zone_data) > (:revision, :zones))
                        as first_to_prepare,
                    array(
                        select shard from generate_series(0, 15) as shards (shard)
                        where exists (
                                select from mark waiting where waiting.shard = shards.shard and not BACKING_OFF
                                group by viewer_key having not (ARRIVING))
                            or exists (
                                select from viewer_statistics waiting
                                where waiting.shard = shards.shard and next_change_at <= :now and not BACKING_OFF)
                            or exists (
                                select from viewer_statistics waiting
                                where waiting.shard = shards.shard and fold_version < (select number from ours)
                                    and not BACKING_OFF))
                        as shards
                """;
        return handle.createQuery(completed(places, clock))
                .bind("revision", version.revision())
                .bind("zones", version.timeZoneData())
                .bind("most", most.facts())
                .bind("now", EpochMicros.of(now))
                .map((row, context) -> Places.of(row))
                .one();
    }

    /**
     * Shards with due viewers.
     *
     * @param isFirstToPrepare whether preparation must come first: marks of titles become marks of viewers, or a check
     *     whether this version may fold
     * @param shards ascending
     */
    record Places(boolean isFirstToPrepare, List<Integer> shards) {

        private static Places of(ResultSet row) throws SQLException {
            Integer[] shards = (Integer[]) row.getArray("shards").getArray();
            return new Places(row.getBoolean("first_to_prepare"), List.of(shards));
        }
    }
}
