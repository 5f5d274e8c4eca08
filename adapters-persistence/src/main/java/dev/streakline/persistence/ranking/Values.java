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

/** What the viewers of one place are ranked by, collected one after the other. */
final class Values {

    private long[] viewers = new long[16];
    private long[] seconds = new long[16];
    private long[] messages = new long[16];
    private int size;

    private void add(long viewer, long hisSeconds, long hisMessages) {
        if (size == viewers.length) {
            viewers = Arrays.copyOf(viewers, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
            messages = Arrays.copyOf(messages, 2 * size);
        }
        viewers[size] = viewer;
        seconds[size] = hisSeconds;
        messages[size] = hisMessages;
        size++;
    }

    /** The standings of nobody but these viewers. */
    Standings standings(Metric metric) {
        return Standings.of(Arrays.copyOf(viewers, size), of(metric));
    }

    /** Standings in which these viewers have these values now. */
    Standings mergedInto(Standings standings, Metric metric) {
        return standings.with(Arrays.copyOf(viewers, size), of(metric));
    }

    private long[] of(Metric metric) {
        return Arrays.copyOf(metric == Metric.WATCH_TIME ? seconds : messages, size);
    }

    /** Reads what everybody is ranked by in some places. */
    static void readAll(Handle handle, Map<Place, Values> places) throws SQLException {
        LongStream channels = places.keySet().stream()
                .mapToLong(Place::channelKey)
                .filter(channelKey -> channelKey != PostgresRankings.DEPLOYMENT);
        read(
                handle,
                "select channel_key, 0::int2, viewer_key, ranked_seconds, ranked_messages from viewer_channel where",
                "channel_key",
                channels,
                places);
        LongStream shards = places.keySet().stream()
                .filter(place -> place.channelKey() == PostgresRankings.DEPLOYMENT)
                .mapToLong(Place::chunk);
        read(
                handle,
                "select 0::int8, shard, viewer_key, ranked_seconds, ranked_messages from viewer_statistics where",
                "shard",
                shards,
                places);
    }

    private static void read(Handle handle, String query, String column, LongStream keys, Map<Place, Values> places)
            throws SQLException {
        String wanted = keys.sorted().mapToObj(String::valueOf).collect(Collectors.joining(","));
        if (wanted.isEmpty()) {
            return;
        }
        String copied = query + " " + column + " = any('{" + wanted + "}')"
                + " and (ranked_seconds > 0 or ranked_messages > 0)";
        try (CopiedRows rows = new CopiedRows(handle, copied)) {
            while (rows.next()) {
                Place place = new Place(rows.int8(0), rows.int2());
                Objects.requireNonNull(places.get(place), "values").add(rows.int8(0), rows.int8(0), rows.int4(0));
            }
        }
    }

    /**
     * Reads what the marked viewers of some places are ranked by. Each is looked for by his key: a plan for nobody knows how
     * many would read whole tables.
     */
    static void readMarked(Handle handle, Map<Place, Values> places) {
        if (places.isEmpty()) {
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
                .bind("channels", channels(places.keySet()))
                .setFetchSize(5_000)
                .map((row, context) -> {
                    Values values = places.get(Place.of(row));
                    if (values != null) {
                        values.add(row.getLong("viewer_key"), row.getLong("seconds"), row.getLong("messages"));
                    }
                    return row;
                })
                .forEach(added -> {});
    }

    /** Those of some places of which all values are to be read. */
    static Set<Place> markedAsWholes(Handle handle, Collection<Place> places) {
        return handle.createQuery("select distinct channel_key, chunk from standings_mark"
                        + " where channel_key = any(:channels) and viewer_key is null")
                .bind("channels", channels(places))
                .map((row, context) -> Place.of(row))
                .set();
    }

    /** Takes away the marks that this transaction sees. */
    static void removeMarks(Handle handle, List<Place> places) {
        if (!places.isEmpty()) {
            Place.COLUMNS
                    .bind(
                            handle.createUpdate("delete from standings_mark mark using " + Place.COLUMNS.rows("done")
                                    + " where mark.channel_key = done.channel_key and mark.chunk = done.chunk"),
                            places)
                    .execute();
        }
    }

    /** The keys of the channels of places, to bind. */
    static Argument channels(Collection<Place> places) {
        return Columns.array(
                "int8", places.stream().map(Place::channelKey).distinct().toArray());
    }
}
