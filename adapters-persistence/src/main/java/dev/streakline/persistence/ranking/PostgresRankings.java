package dev.streakline.persistence.ranking;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Ranking;
import dev.streakline.application.ranking.RankingScope;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.Standings;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.ScopedDatabase;
import dev.streakline.persistence.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Rankings in PostgreSQL. A channel has one row of standings; the deployment one for each shard of viewers, so that one viewer's
 * change writes a sixteenth of it.
 */
public final class PostgresRankings implements Rankings {

    /** The channel key of the whole deployment, which no channel has. */
    public static final long DEPLOYMENT = 0;

    /** Some sixteen megabytes. */
    private static final int MOST_VALUES_AT_HAND = 1_000_000;

    private static final String VERSION =
            "select channel_key, sum(version)::int8 as version from streakline.standings where channel_key = ";

    private final ScopedDatabase app;
    private final ScopedDatabase folds;
    /** By channel's key, 0 for the deployment; what another version than the current one has is never answered. */
    private final Map<Long, CachedRanking> cachedRanking = new ConcurrentHashMap<>();

    /** The rankings in a database. */
    public PostgresRankings(Database database) {
        this.app = database.as(Scope.APP);
        this.folds = database.as(Scope.FOLD);
    }

    /**
     * The version of a channel's standings.
     *
     * @param channelKey {@link #DEPLOYMENT} for the deployment
     * @param number changes with every ranking: the numbers of chunks only grow, and so does their sum
     */
    public record StandingsVersion(long channelKey, long number) {

        private static StandingsVersion of(ResultSet row) throws SQLException {
            return new StandingsVersion(row.getLong("channel_key"), row.getLong("version"));
        }
    }

    private record CachedRanking(long version, Ranking ranking) {

        private int size() {
            return ranking.watchTime().size() + ranking.messages().size();
        }
    }

    @Override
    public int rank(RankingScope scope, Instant now) {
        Set<Long> channels = new HashSet<>();
        for (List<StandingsKey> batch : folds.fold(handle -> DueStandings.batches(handle, scope, now))) {
            channels.addAll(folds.fold(handle -> new RankingWork(handle, scope, now).rank(batch)));
        }
        return channels.size();
    }

    @Override
    public Optional<Ranking> find(Population population) {
        Optional<StandingsVersion> current = population.match(
                channel -> app.query(
                        VERSION + "(select channel_key from streakline.channel where name = ?) group by 1",
                        StandingsVersion::of,
                        channel),
                () -> app.query(VERSION + DEPLOYMENT + " group by 1", StandingsVersion::of));
        return current.flatMap(this::of);
    }

    /** A ranking of at least this version. Do not call while holding a connection: it may need one. */
    public Optional<Ranking> of(StandingsVersion current) {
        CachedRanking known = cachedRanking.get(current.channelKey);
        if (known != null && known.version == current.number) {
            return Optional.of(known.ranking);
        }
        Optional<CachedRanking> read = read(current.channelKey);
        read.ifPresent(newest -> cache(current.channelKey, newest));
        return read.map(CachedRanking::ranking);
    }

    private void cache(long channelKey, CachedRanking current) {
        if (current.size()
                        + cachedRanking.values().stream()
                                .mapToInt(CachedRanking::size)
                                .sum()
                > MOST_VALUES_AT_HAND) {
            cachedRanking.clear();
        }
        cachedRanking.put(channelKey, current);
    }

    private Optional<CachedRanking> read(long channelKey) {
        List<CachedRanking> chunks = app.read(handle -> handle.createQuery(
                        "select version, as_of, watch_time, messages from standings where channel_key = :channel")
                .bind("channel", channelKey)
                .map((row, context) -> cachedRanking(row))
                .list());
        return chunks.stream()
                .map(CachedRanking::ranking)
                .map(Ranking::asOf)
                .max(Instant::compareTo)
                .map(asOf -> new CachedRanking(
                        chunks.stream().mapToLong(CachedRanking::version).sum(),
                        new Ranking(asOf, concat(chunks, Metric.WATCH_TIME), concat(chunks, Metric.MESSAGES))));
    }

    private static CachedRanking cachedRanking(ResultSet row) throws SQLException {
        return new CachedRanking(
                row.getLong("version"),
                new Ranking(
                        EpochMicros.toInstant(row.getLong("as_of")),
                        StandingsBytes.standings(row.getBytes("watch_time")),
                        StandingsBytes.standings(row.getBytes("messages"))));
    }

    private static Standings concat(List<CachedRanking> chunks, Metric metric) {
        return Standings.concat(
                chunks.stream().map(chunk -> chunk.ranking().by(metric)).toList());
    }

    @Override
    public Optional<Long> key(ViewerId viewer) {
        return app.query(
                "select viewer_key from streakline.viewer where name = ?",
                row -> row.getLong("viewer_key"),
                viewer.value());
    }

    /** The name is from the fact that {@link Fact#LATEST_LAST} puts last; an empty name is none. */
    @Override
    public Map<Long, RankedProfile> profilesOf(Collection<Long> viewers) {
        return app.read(handle -> handle.createQuery("""
                        select viewer_key, name, (
                            select nullif(display_name, '') from fact join source using (source_key)
                            where fact.shard = (viewer.viewer_key & 15)::int2 and fact.viewer_key = viewer.viewer_key
                                and type = 6 and not withdrawn
                            order by at desc, source.name desc, id desc limit 1) as display_name
                        from viewer where viewer_key = any(:keys)
                        """)
                .bind("keys", Columns.array("int8", viewers.toArray()))
                .map((row, context) -> Map.entry(
                        row.getLong("viewer_key"),
                        new RankedProfile(new ViewerId(row.getString("name")), row.getString("display_name"))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
