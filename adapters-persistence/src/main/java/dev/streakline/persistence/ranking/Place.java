package dev.streakline.persistence.ranking;

import dev.streakline.persistence.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * Where one row of the table {@code standings} is.
 *
 * @param channelKey {@link PostgresRankings#DEPLOYMENT} for the whole deployment
 * @param chunk 0 for a channel, the shard of its viewers for the deployment
 */
record Place(long channelKey, int chunk) {

    static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::channelKey).thenComparingInt(Place::chunk);

    static final Columns<Place> COLUMNS =
            new Columns<Place>().with("channel_key", "int8", Place::channelKey).with("chunk", "int2", Place::chunk);

    static Place of(ResultSet row) throws SQLException {
        return new Place(row.getLong("channel_key"), row.getInt("chunk"));
    }
}
