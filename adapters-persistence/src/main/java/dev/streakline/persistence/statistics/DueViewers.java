package dev.streakline.persistence.statistics;

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

/** The viewers who wait for a fold: the marked, whom time has changed, and whom other policies or another engine folded. */
enum DueViewers {
    /** All of them. */
    EVERYBODY("false"),
    /** Without those of whom facts are still arriving, by the clock of the database. */
    SETTLED("max(marked_at) > " + before(Settled.QUIET_PERIOD) + " and min(marked_at) > "
            + before(Settled.LONGEST_WAIT));

    /** Of the marks of one viewer. */
    private final String arriving;

    DueViewers(String arriving) {
        this.arriving = arriving;
    }

    private static String before(Duration age) {
        return "(extract(epoch from statement_timestamp()) * 1000000)::bigint - " + age.toNanos() / 1_000;
    }

    /** Those of a shard, ascending by key. */
    List<Long> viewers(Handle handle, int shard, FoldVersionRow version, FactBound most, Instant now) {
        return handle.createQuery("""
                        (select viewer_key from mark where shard = :shard
                        union
                        select viewer_key from viewer_statistics where shard = :shard and next_change_at <= :now
                        union
                        select viewer_key from viewer_statistics where shard = :shard and fold_version < :version)
                        except
                        select viewer_key from fold_failure waiting where shard = :shard and RESTING
                        except
                        select viewer_key from mark where shard = :shard group by viewer_key having\s""".replace("RESTING", FailedFolds.RESTING) + arriving + " order by viewer_key")
                .bind("shard", shard)
                .bind("now", EpochMicros.of(now))
                .bind("version", version.number())
                .bind("most", most.facts())
                .mapTo(Long.class)
                .list();
    }

    /** Where any of them may be, in one statement that is cheap when nobody waits: it is asked all day long. */
    Places places(Handle handle, FoldVersion version, FactBound most, Instant now) {
        return handle.createQuery("""
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
                                        select from mark waiting where waiting.shard = shards.shard and not RESTING
                                        group by viewer_key having not (ARRIVING))
                                    or exists (
                                        select from viewer_statistics waiting
                                        where waiting.shard = shards.shard and next_change_at <= :now and not RESTING)
                                    or exists (
                                        select from viewer_statistics waiting
                                        where waiting.shard = shards.shard and fold_version < (select number from ours)
                                            and not RESTING))
                                as shards
                        """.replace("ARRIVING", arriving).replace("RESTING", FailedFolds.RESTING))
                .bind("revision", version.revision())
                .bind("zones", version.timeZoneData())
                .bind("most", most.facts())
                .bind("now", EpochMicros.of(now))
                .map((row, context) -> Places.of(row))
                .one();
    }

    /**
     * Shards to look into.
     *
     * @param isFirstToPrepare whether, before that is known, marks of titles are to be turned into marks of viewers, or it
     *     is to be seen whether this engine may fold
     * @param shards ascending
     */
    record Places(boolean isFirstToPrepare, List<Integer> shards) {

        private static Places of(ResultSet row) throws SQLException {
            Integer[] shards = (Integer[]) row.getArray("shards").getArray();
            return new Places(row.getBoolean("first_to_prepare"), List.of(shards));
        }
    }
}
