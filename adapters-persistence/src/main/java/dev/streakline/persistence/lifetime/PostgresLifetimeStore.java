package dev.streakline.persistence.lifetime;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.lifetime.ChannelCursor;
import dev.streakline.application.lifetime.LifetimeStore;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.Statistics.StoredStatistics;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.ScopedDatabase;
import dev.streakline.persistence.name.Dimension;
import dev.streakline.persistence.name.KeyCache;
import dev.streakline.persistence.ranking.PostgresRankings;
import dev.streakline.persistence.statistics.ChannelBytes;
import dev.streakline.persistence.statistics.StoredStatisticsQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored statistics of viewers on channels, in PostgreSQL. */
public final class PostgresLifetimeStore implements LifetimeStore {

    private static final String ON_ONE_CHANNEL = StoredStatisticsQuery.sql(
            ", kept.viewer_key, on_channel.statistics as channel_statistics, standings.channel_key, standings.version",
            """
             left join streakline.viewer_channel on_channel
                on on_channel.shard = kept.shard and on_channel.viewer_key = kept.viewer_key and on_channel.channel_key = ?
             left join streakline.standings on standings.channel_key = ? and standings.chunk = 0
            """);

    private static final String ON_ALL_CHANNELS =
            StoredStatisticsQuery.sql(", on_channels.names, on_channels.bytes", """
             cross join lateral (
                select array_agg(name order by channel_key) as names, array_agg(statistics order by channel_key) as bytes
                from streakline.viewer_channel on_channel join streakline.channel using (channel_key)
                where on_channel.shard = kept.shard and on_channel.viewer_key = kept.viewer_key) on_channels
            """);

    /** Only the rows of the page return their statistics. */
    private static final String ON_SOME_CHANNELS =
            StoredStatisticsQuery.sql(", on_channels.names, on_channels.bytes", """
             cross join lateral (
                select array_agg(name) as names, array_agg(statistics) as bytes
                from (
                    select name, statistics
                    from streakline.viewer_channel on_channel join streakline.channel using (channel_key)
                    where on_channel.shard = kept.shard and on_channel.viewer_key = kept.viewer_key
                        and (-on_channel.seconds, -on_channel.messages, -on_channel.sessions, channel.name) > (?, ?, ?, ?)
                    order by -on_channel.seconds, -on_channel.messages, -on_channel.sessions, channel.name
                    limit ?) as page) on_channels
            """);

    private static final long NO_CHANNEL = -1;

    private final ScopedDatabase database;
    private final KeyCache cache = new KeyCache();
    private final StoredStatisticsQuery storedStatisticsQuery;
    private final PostgresRankings rankings;

    /**
     * The statistics in a database.
     *
     * @param version the version whose statistics are returned
     * @param rankings of the same database
     */
    public PostgresLifetimeStore(Database database, FoldVersion version, PostgresRankings rankings) {
        this.database = database.as(Scope.APP);
        this.storedStatisticsQuery = new StoredStatisticsQuery(database, version);
        this.rankings = rankings;
    }

    @Override
    public Optional<OnOneChannel> find(ViewerId viewer, String channel) {
        long channelKey = channelKey(channel);
        return storedStatisticsQuery
                .query(viewer, ON_ONE_CHANNEL, Found::of, channelKey, channelKey)
                .map(found -> found.with(rankings));
    }

    /** An unknown channel has a key that no row has. */
    private long channelKey(String channel) {
        return cache.find(Dimension.CHANNEL, channel).or(() -> lookUp(channel)).orElse(NO_CHANNEL);
    }

    private Optional<Long> lookUp(String channel) {
        Optional<Long> found = database.query(
                "select channel_key from streakline.channel where name = ?", row -> row.getLong(1), channel);
        found.ifPresent(key -> cache.put(Dimension.CHANNEL, channel, key));
        return found;
    }

    /**
     * The result of one statement.
     *
     * @param standings of the channel; absent when it was never ranked
     */
    private record Found(
            StoredStatistics viewer,
            long viewerKey,
            ChannelStatistics channel,
            PostgresRankings.@Nullable StandingsVersion standings) {

        private static Found of(StoredStatistics viewer, ResultSet row) throws SQLException {
            byte[] bytes = row.getBytes("channel_statistics");
            Long version = row.getObject("version", Long.class);
            return new Found(
                    viewer,
                    row.getLong("viewer_key"),
                    bytes == null ? ChannelStatistics.NONE : new ChannelBytes(bytes).statistics(),
                    version == null
                            ? null
                            : new PostgresRankings.StandingsVersion(row.getLong("channel_key"), version));
        }

        private OnOneChannel with(PostgresRankings rankings) {
            return new OnOneChannel(
                    viewer,
                    viewerKey,
                    channel,
                    Optional.ofNullable(standings).flatMap(rankings::of).orElse(null));
        }
    }

    @Override
    public Optional<OnAllChannels> findAll(ViewerId viewer) {
        return storedStatisticsQuery.query(
                viewer, ON_ALL_CHANNELS, (kept, row) -> new OnAllChannels(kept, channels(row)));
    }

    @Override
    public Optional<OnAllChannels> findPage(ViewerId viewer, @Nullable ChannelCursor after, int most) {
        return storedStatisticsQuery.query(
                viewer,
                ON_SOME_CHANNELS,
                (kept, row) -> new OnAllChannels(kept, channels(row)),
                after == null ? Long.MIN_VALUE : -after.seconds(),
                after == null ? 0 : -after.messages(),
                after == null ? 0 : -after.sessions(),
                after == null ? "" : after.channel(),
                most);
    }

    private static Map<String, ChannelStatistics> channels(ResultSet row) throws SQLException {
        Map<String, ChannelStatistics> channels = new HashMap<>();
        if (row.getArray("names") != null) {
            String[] names = (String[]) row.getArray("names").getArray();
            byte[][] bytes = (byte[][]) row.getArray("bytes").getArray();
            for (int i = 0; i < names.length; i++) {
                channels.put(names[i], new ChannelBytes(bytes[i]).statistics());
            }
        }
        return channels;
    }
}
