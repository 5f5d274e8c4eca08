package dev.streakline.persistence.ranking;

import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.Standings;
import dev.streakline.persistence.rows.Columns;
import dev.streakline.persistence.rows.CopiedRows;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** The ranked values of viewers with one key of standings, collected one after the other. */
final class RankedValues {

    private long[] viewers = new long[16];
    private long[] seconds = new long[16];
    private long[] messages = new long[16];
    private int size;

    private void add(long viewer, long ownSeconds, long ownMessages) {
        if (size == viewers.length) {
            viewers = Arrays.copyOf(viewers, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
            messages = Arrays.copyOf(messages, 2 * size);
        }
        viewers[size] = viewer;
        seconds[size] = ownSeconds;
        messages[size] = ownMessages;
        size++;
    }

    /** The standings of these viewers alone. */
    Standings standings(Metric metric) {
        return Standings.of(Arrays.copyOf(viewers, size), of(metric));
    }

    /** Standings in which these viewers have these values now. */
    Standings mergedInto(Standings standings, Metric metric) {
        return standings.withUpdates(Arrays.copyOf(viewers, size), of(metric));
    }

    private long[] of(Metric metric) {
        return Arrays.copyOf(metric == Metric.WATCH_TIME ? seconds : messages, size);
    }

    /** Reads the ranked values of all viewers for some keys of standings. */
    static void readAll(Handle handle, Map<StandingsKey, RankedValues> keies) throws SQLException {
        LongStream channels = keies.keySet().stream()
                .mapToLong(StandingsKey::channelKey)
                .filter(channelKey -> channelKey != PostgresRankings.DEPLOYMENT);
        read(
                handle,
                "select channel_key, 0::int2, viewer_key, ranked_seconds, ranked_messages from viewer_channel where",
                "channel_key",
                channels,
                keies);
        LongStream shards = keies.keySet().stream()
                .filter(key -> key.channelKey() == PostgresRankings.DEPLOYMENT)
                .mapToLong(StandingsKey::chunk);
        read(
                handle,
                "select 0::int8, shard, viewer_key, ranked_seconds, ranked_messages from viewer_statistics where",
                "shard",
                shards,
                keies);
    }

    private static void read(
            Handle handle, String query, String column, LongStream keys, Map<StandingsKey, RankedValues> keies)
            throws SQLException {
        String wanted = keys.sorted().mapToObj(String::valueOf).collect(Collectors.joining(","));
        if (wanted.isEmpty()) {
            return;
        }
        String copied = query + " " + column + " = any('{" + wanted + "}')"
                + " and (ranked_seconds > 0 or ranked_messages > 0)";
        try (CopiedRows rows = new CopiedRows(handle, copied)) {
            while (rows.next()) {
                StandingsKey key = new StandingsKey(rows.int8(0), rows.int2());
                Objects.requireNonNull(keies.get(key), "values").add(rows.int8(0), rows.int8(0), rows.int4(0));
            }
        }
    }

    /**
     * Reads the ranked values of the marked viewers for some keys of standings. Uses lateral key look-ups; with an
     * unknown row count the planner would scan.
     */
    static void readMarked(Handle handle, Map<StandingsKey, RankedValues> keies) {
        if (keies.isEmpty()) {
            return;
        }
        handle.createQuery("""
                        select channel_key, chunk, viewer_key,
                            coalesce(on_channel.ranked_seconds, in_all.ranked_seconds, 0) as seconds,
                            coalesce(on_channel.ranked_messages, in_all.ranked_messages, 0) as messages
                        from (
                                select distinct channel_key, chunk, viewer_key from standings_mark
                                where channel_key = any(:channels) and viewer_key is not null) mark
                            left join lateral (
                                select ranked_seconds, ranked_messages from viewer_channel kept
                                where mark.channel_key > 0 and kept.shard = (mark.viewer_key & 15)::int2
                                    and kept.viewer_key = mark.viewer_key and kept.channel_key = mark.channel_key
                                limit 1) on_channel on true
                            left join lateral (
                                select ranked_seconds, ranked_messages from viewer_statistics kept
                                where mark.channel_key = 0 and kept.shard = mark.chunk
                                    and kept.viewer_key = mark.viewer_key
                                limit 1) in_all on true
                        """)
                .bind("channels", channels(keies.keySet()))
                .setFetchSize(5_000)
                .map((row, context) -> {
                    RankedValues values = keies.get(StandingsKey.of(row));
                    if (values != null) {
                        values.add(row.getLong("viewer_key"), row.getLong("seconds"), row.getLong("messages"));
                    }
                    return row;
                })
                .forEach(added -> {});
    }

    /** The keys of standings whose values must all be read. */
    static Set<StandingsKey> markedAsWholes(Handle handle, Collection<StandingsKey> keies) {
        return handle.createQuery("select distinct channel_key, chunk from standings_mark"
                        + " where channel_key = any(:channels) and viewer_key is null")
                .bind("channels", channels(keies))
                .map((row, context) -> StandingsKey.of(row))
                .set();
    }

    /** Takes away the marks that this transaction sees. */
    static void removeMarks(Handle handle, List<StandingsKey> keies) {
        if (!keies.isEmpty()) {
            StandingsKey.COLUMNS
                    .bind(
                            handle.createUpdate(
                                    "delete from standings_mark mark using " + StandingsKey.COLUMNS.rows("done")
                                            + " where mark.channel_key = done.channel_key and mark.chunk = done.chunk"),
                            keies)
                    .execute();
        }
    }

    /** The keys of the channels, to bind. */
    static Argument channels(Collection<StandingsKey> keies) {
        return Columns.array(
                "int8", keies.stream().map(StandingsKey::channelKey).distinct().toArray());
    }
}
