package dev.streakline.persistence.ranking;

import dev.streakline.persistence.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * The key of a row of the table {@code standings}.
 *
 * @param channelKey {@link PostgresRankings#DEPLOYMENT} for the whole deployment
 * @param chunk 0 for a channel, the shard of its viewers for the deployment
 */
record StandingsKey(long channelKey, int chunk) {

    static final Comparator<StandingsKey> ORDER =
            Comparator.comparingLong(StandingsKey::channelKey).thenComparingInt(StandingsKey::chunk);

    static final Columns<StandingsKey> COLUMNS = new Columns<StandingsKey>()
            .with("channel_key", "int8", StandingsKey::channelKey)
            .with("chunk", "int2", StandingsKey::chunk);

    static StandingsKey of(ResultSet row) throws SQLException {
        return new StandingsKey(row.getLong("channel_key"), row.getInt("chunk"));
    }
}
