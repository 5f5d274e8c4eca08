package dev.streakline.persistence.history;

import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.history.ViewerStatistics;
import dev.streakline.domain.milestone.Achievement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a fold gave of a viewer, ready to be kept.
 *
 * @param stamp of who folded
 */
record FoldedViewer(
        long viewerKey,
        StatisticsBytes statistics,
        UUID digest,
        int stamp,
        @Nullable Long nextChangeAt,
        List<Achievement> achievements) {

    private static final Columns<FoldedViewer> TIMES = times();
    private static final Columns<FoldedViewer> STATISTICS =
            times().withBytes("statistics", row -> row.statistics().bytes()).withDigest("digest", FoldedViewer::digest);

    private static Columns<FoldedViewer> times() {
        return new Columns<FoldedViewer>()
                .with("shard", "int2", row -> Shards.of(row.viewerKey()))
                .with("viewer_key", "int8", FoldedViewer::viewerKey)
                .with("stamp", "int4", FoldedViewer::stamp)
                .with("next_change_at", "int8", FoldedViewer::nextChangeAt);
    }

    private static final Columns<Candidate> CANDIDATES = new Columns<Candidate>()
            .with("viewer_key", "int8", Candidate::viewerKey)
            .with("measure", "text", row -> row.achievement().measure().code())
            .with("threshold", "int4", row -> row.achievement().rung().threshold())
            .with("tier", "text", row -> row.achievement().rung().tier().code())
            .with("achieved_at", "int8", row -> EpochMicros.of(row.achievement().achievedAt()))
            .with("precision", "text", row -> row.achievement().precision().code())
            .with("recorded_at", "int8", Candidate::recordedAt);

    /** An achievement that is recorded unless it has been. */
    private record Candidate(long viewerKey, Achievement achievement, long recordedAt) {}

    static FoldedViewer of(long viewerKey, ViewerStatistics statistics, int stamp, Instant now) {
        StatisticsBytes bytes = StatisticsBytes.of(statistics);
        return new FoldedViewer(
                viewerKey,
                bytes,
                bytes.digest(),
                stamp,
                statistics.nextChangeAt(now).map(EpochMicros::of).orElse(null),
                statistics.achievements());
    }

    /**
     * Keeps those who were never folded. None of them can be forgotten from here on; when one has been, or another has
     * folded him, the transaction fails and is to be tried again.
     */
    static void keepFirst(Handle handle, List<FoldedViewer> first) throws SQLException {
        if (!first.isEmpty()) {
            handle.createQuery("select 1 from viewer where viewer_key = any(:keys) order by viewer_key for key share")
                    .bind("keys", Columns.array("int8", keys(first)))
                    .mapTo(Integer.class)
                    .list();
            STATISTICS.copyInto(handle, "viewer_statistics", first);
        }
    }

    private static Object[] keys(List<FoldedViewer> viewers) {
        return viewers.stream().map(FoldedViewer::viewerKey).toArray();
    }

    /** Keeps those whose statistics are others than before. */
    static void keepStatistics(Handle handle, List<FoldedViewer> changed) {
        update(
                handle,
                STATISTICS,
                "statistics = new.statistics, digest = new.digest, stamp = new.stamp, next_change_at = new.next_change_at",
                changed);
    }

    /** Keeps when time changes those whose statistics are as before, and who folded them. */
    static void keepTimes(Handle handle, List<FoldedViewer> unchanged) {
        update(handle, TIMES, "stamp = new.stamp, next_change_at = new.next_change_at", unchanged);
    }

    private static void update(
            Handle handle, Columns<FoldedViewer> columns, String assignments, List<FoldedViewer> viewers) {
        if (!viewers.isEmpty()) {
            columns.bind(
                            handle.createUpdate("update viewer_statistics kept set " + assignments + " from "
                                    + columns.rows("new")
                                    + " where kept.shard = new.shard and kept.viewer_key = new.viewer_key"),
                            viewers)
                    .execute();
        }
    }

    /** Records what viewers achieved who were never folded, and of whom the ledger knows nothing; tells how many that were. */
    static int announceFirst(Handle handle, List<FoldedViewer> viewers, long now) throws SQLException {
        List<Candidate> candidates = candidates(viewers, now);
        if (!candidates.isEmpty()) {
            CANDIDATES.copyInto(handle, "announcement", candidates);
        }
        return candidates.size();
    }

    /** Records what the viewers achieved and the ledger does not know; tells how many that were. */
    static int announce(Handle handle, List<FoldedViewer> viewers, long now) {
        List<Candidate> candidates = candidates(viewers, now);
        return candidates.isEmpty()
                ? 0
                : CANDIDATES
                        .bind(
                                handle.createUpdate(CANDIDATES.insertInto("announcement") + " on conflict do nothing"),
                                candidates)
                        .execute();
    }

    private static List<Candidate> candidates(List<FoldedViewer> viewers, long now) {
        return viewers.stream()
                .flatMap(viewer -> viewer.achievements.stream()
                        .map(achievement -> new Candidate(viewer.viewerKey, achievement, now)))
                .toList();
    }
}
