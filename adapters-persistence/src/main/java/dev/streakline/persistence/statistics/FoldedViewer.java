package dev.streakline.persistence.statistics;

import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.statistics.FoldResult;
import dev.streakline.persistence.announcement.AnnouncementRow;
import dev.streakline.persistence.rows.Columns;
import dev.streakline.persistence.shard.Shards;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The result of a viewer's fold, as a row of the table {@code viewer_statistics} to be stored.
 *
 * @param foldVersion of the process that folded
 * @param titles how many distinct titles were watched
 * @param pauses how many declarations of pauses are active
 * @param announcements to record, unless their keys are recorded
 */
record FoldedViewer(
        FoldedBytes bytes,
        int foldVersion,
        @Nullable Long nextChangeAt,
        int titles,
        int pauses,
        List<AnnouncementRow> announcements) {

    private static final String HOLDINGS = "titles = new.titles, channels = new.channels, pauses = new.pauses";

    private static final Columns<FoldedViewer> TIMES = times();
    private static final Columns<FoldedViewer> STATISTICS = times().withBytes(
                    "statistics", row -> row.bytes().statistics().bytes())
            .withDigest("digest", row -> row.bytes().digest())
            .with("ranked_seconds", "int8", row -> row.bytes().ranked().seconds())
            .with("ranked_messages", "int4", row -> row.bytes().ranked().messages());

    private static Columns<FoldedViewer> times() {
        return new Columns<FoldedViewer>()
                .with("shard", "int2", row -> Shards.of(row.viewerKey()))
                .with("viewer_key", "int8", FoldedViewer::viewerKey)
                .with("fold_version", "int4", FoldedViewer::foldVersion)
                .with("next_change_at", "int8", FoldedViewer::nextChangeAt)
                .with("titles", "int4", FoldedViewer::titles)
                .with("channels", "int4", row -> row.bytes().channels().size())
                .with("pauses", "int4", FoldedViewer::pauses);
    }

    static FoldedViewer of(
            FoldedBytes bytes,
            FoldResult folded,
            int pauses,
            int foldVersion,
            List<AnnouncementRow> announcements,
            Instant now) {
        return new FoldedViewer(
                bytes,
                foldVersion,
                folded.nextChangeAt(now).map(EpochMicros::of).orElse(null),
                folded.titles(),
                pauses,
                announcements);
    }

    long viewerKey() {
        return bytes.viewerKey();
    }

    /**
     * Stores viewers who were never folded. None of them can be erased from here on. If one has been erased, or another
     * transaction has folded them, this transaction fails; try again.
     */
    static void insert(Handle handle, List<FoldedViewer> first) throws SQLException {
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
    static void updateStatistics(Handle handle, List<FoldedViewer> changed) {
        update(
                handle,
                STATISTICS,
                "statistics = new.statistics, digest = new.digest, fold_version = new.fold_version, next_change_at = new.next_change_at,"
                        + " ranked_seconds = new.ranked_seconds, ranked_messages = new.ranked_messages, " + HOLDINGS,
                changed);
    }

    /** Keeps when time changes those whose statistics are as before, and who folded them. */
    static void updateTimes(Handle handle, List<FoldedViewer> unchanged) {
        update(
                handle,
                TIMES,
                "fold_version = new.fold_version, next_change_at = new.next_change_at, " + HOLDINGS,
                unchanged);
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
}
