package dev.streakline.persistence.statistics;

import dev.streakline.application.ranking.RankingValues;
import dev.streakline.persistence.rows.Columns;
import dev.streakline.persistence.shard.Shards;
import dev.streakline.persistence.shard.StandingsMarks;
import dev.streakline.persistence.shard.ViewerBatch;
import dev.streakline.persistence.statistics.FoldedBytes.Amounts;
import dev.streakline.persistence.statistics.FoldedBytes.ChannelRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps what folds gave of viewers on their channels, and marks the standings of those whose values are others than before. */
final class ChannelRows {

    private static final Columns<ChannelRow> KEYS = keys();
    private static final Columns<ChannelRow> ROWS = keys().with(
                    "ranked_seconds", "int8", row -> row.ranked().seconds())
            .with("ranked_messages", "int4", row -> row.ranked().messages())
            .with("seconds", "int8", row -> row.amounts().seconds())
            .with("messages", "int4", row -> row.amounts().messages())
            .with("sessions", "int4", row -> row.amounts().sessions())
            .withBytes("statistics", row -> row.statistics().bytes());

    private static Columns<ChannelRow> keys() {
        return new Columns<ChannelRow>()
                .with("shard", "int2", row -> Shards.of(row.viewerKey()))
                .with("viewer_key", "int8", ChannelRow::viewerKey)
                .with("channel_key", "int8", ChannelRow::channelKey);
    }

    private static final String SAME_ROW =
            "kept.shard = new.shard and kept.viewer_key = new.viewer_key and kept.channel_key = new.channel_key";

    private final Handle handle;
    private final StandingsMarks marks;

    ChannelRows(Handle handle, StandingsMarks marks) {
        this.handle = handle;
        this.marks = marks;
    }

    /** Stores the channels of viewers who have none stored. */
    void insert(List<FoldedViewer> first) throws SQLException {
        List<ChannelRow> rows = new ArrayList<>();
        for (FoldedViewer viewer : first) {
            for (ChannelRow row : viewer.bytes().channels()) {
                rows.add(row);
                markIfOther(row, RankingValues.NONE);
            }
        }
        if (!rows.isEmpty()) {
            ROWS.copyInto(handle, "viewer_channel", rows);
        }
    }

    /** Writes what differs of the channels of viewers of a shard. */
    void update(int shard, List<FoldedViewer> again) {
        Map<Long, Map<Long, ChannelRow>> keptOfAll = kept(shard, again);
        List<ChannelRow> added = new ArrayList<>();
        List<ChannelRow> changed = new ArrayList<>();
        List<ChannelRow> gone = new ArrayList<>();
        for (FoldedViewer viewer : again) {
            Map<Long, ChannelRow> kept = keptOfAll.getOrDefault(viewer.viewerKey(), new HashMap<>());
            for (ChannelRow row : viewer.bytes().channels()) {
                ChannelRow before = kept.remove(row.channelKey());
                markIfOther(row, rankedBy(before));
                if (before == null) {
                    added.add(row);
                } else if (!before.equals(row)) {
                    changed.add(row);
                }
            }
            kept.values().forEach(row -> {
                gone.add(row);
                marks.add(row.channelKey(), row.viewerKey());
            });
        }
        write(ROWS.insertInto("viewer_channel"), ROWS, added);
        write(
                "update viewer_channel kept set ranked_seconds = new.ranked_seconds,"
                        + " ranked_messages = new.ranked_messages, statistics = new.statistics, seconds = new.seconds,"
                        + " messages = new.messages, sessions = new.sessions from " + ROWS.rows("new")
                        + " where " + SAME_ROW,
                ROWS,
                changed);
        write("delete from viewer_channel kept using " + KEYS.rows("new") + " where " + SAME_ROW, KEYS, gone);
    }

    private static RankingValues rankedBy(@Nullable ChannelRow before) {
        return before == null ? RankingValues.NONE : before.ranked();
    }

    private void markIfOther(ChannelRow row, RankingValues before) {
        if (!row.ranked().equals(before)) {
            marks.add(row.channelKey(), row.viewerKey());
        }
    }

    private void write(String statement, Columns<ChannelRow> columns, List<ChannelRow> rows) {
        if (!rows.isEmpty()) {
            columns.bind(handle.createUpdate(statement), rows).execute();
        }
    }

    private Map<Long, Map<Long, ChannelRow>> kept(int shard, List<FoldedViewer> viewers) {
        Map<Long, Map<Long, ChannelRow>> kept = new HashMap<>();
        if (!viewers.isEmpty()) {
            ViewerBatch batch = ViewerBatch.of(
                    shard, viewers.stream().map(FoldedViewer::viewerKey).toList());
            handle.createQuery("select * from viewer_channel where " + batch.condition())
                    .setFetchSize(5_000)
                    .map((row, context) -> new ChannelRow(
                            row.getLong("viewer_key"),
                            row.getLong("channel_key"),
                            new RankingValues(row.getLong("ranked_seconds"), row.getInt("ranked_messages")),
                            new Amounts(row.getLong("seconds"), row.getInt("messages"), row.getInt("sessions")),
                            new ChannelBytes(row.getBytes("statistics"))))
                    .forEach(row -> kept.computeIfAbsent(row.viewerKey(), unseen -> new HashMap<>())
                            .put(row.channelKey(), row));
        }
        return kept;
    }
}
