package dev.streakline.persistence.ranking;

import dev.streakline.application.ranking.RankingScope;
import dev.streakline.domain.calendar.EpochMicros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds the standings that are to be ranked, in batches that one transaction does. */
final class DueStandings {

    /**
     * The most bytes of the standings of a batch. A viewer takes some 4 in them, and some 60 in memory while being
     * ranked.
     */
    private static final int MOST_BYTES = 2_000_000;

    /** The estimated bytes of standings that were never made. */
    private static final int BYTES_OF_NEW = 4_000;

    private static final String MARKED = """
            select channel_key, chunk, coalesce(octet_length(watch_time), %d) as size
            from (select distinct channel_key, chunk from standings_mark) marked
                left join standings using (channel_key, chunk)
            """.formatted(BYTES_OF_NEW);

    private static final String KNOWN = "select channel_key, chunk, octet_length(watch_time) as size from standings";

    private static final String OF_CHANNEL = """
            select channel_key, 0 as chunk, 0 as size from channel
            where name = :name and (
                exists (select from viewer_channel v where v.channel_key = channel.channel_key)
                or exists (select from standings s where s.channel_key = channel.channel_key))
            """;

    private static final String OF_DEPLOYMENT = """
            select 0 as channel_key, chunk, 0 as size from generate_series(0, 15) as chunks (chunk)
            where exists (select from viewer_statistics where shard = chunk)
                or exists (select from standings s where s.channel_key = 0 and s.chunk = chunks.chunk)
            order by chunk
            """;

    private DueStandings() {}

    /** The batches, each in ascending order; those of one channel are in one batch. */
    static List<List<StandingsKey>> batches(Handle handle, RankingScope scope, Instant now) {
        List<List<StandingsKey>> batches = new ArrayList<>();
        List<StandingsKey> batch = new ArrayList<>();
        int size = 0;
        for (Sized next : query(handle, scope, now).map((row, context) -> Sized.of(row))) {
            size += next.size();
            boolean isOfLast = !batch.isEmpty()
                    && batch.get(batch.size() - 1).channelKey() == next.key().channelKey();
            if (size > MOST_BYTES && !isOfLast && !batch.isEmpty()) {
                batches.add(batch);
                batch = new ArrayList<>();
                size = next.size();
            }
            batch.add(next.key());
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private record Sized(StandingsKey key, int size) {

        private static Sized of(ResultSet row) throws SQLException {
            return new Sized(StandingsKey.of(row), row.getInt("size"));
        }
    }

    private static Query query(Handle handle, RankingScope scope, Instant now) {
        String inOrder = " order by channel_key, chunk";
        return scope.match(new RankingScope.Cases<>() {
            @Override
            public Query paced(RankingScope.Paced paced) {
                return handle.createQuery(MARKED + "where cooldown_until is null or cooldown_until <= :now" + inOrder)
                        .bind("now", EpochMicros.of(now));
            }

            @Override
            public Query changed(RankingScope.Changed changed) {
                return handle.createQuery(MARKED + inOrder);
            }

            @Override
            public Query onePopulation(RankingScope.OnePopulation one) {
                return one.population()
                        .match(
                                channel -> handle.createQuery(OF_CHANNEL).bind("name", channel),
                                () -> handle.createQuery(OF_DEPLOYMENT));
            }

            @Override
            public Query nightly(RankingScope.Nightly nightly) {
                return handle.createQuery(KNOWN
                                + " where channel_key in (select channel_key from standings where rebuilt_on < :day)"
                                + inOrder)
                        .bind("day", nightly.day().toEpochDay());
            }
        });
    }
}
