package dev.streakline.persistence.intake;

import dev.streakline.application.fact.ContentDigest;
import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.InteractionFact;
import dev.streakline.application.fact.Moment;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.PauseFact;
import dev.streakline.application.fact.Range;
import dev.streakline.application.fact.RankingChoiceFact;
import dev.streakline.application.fact.RatingFact;
import dev.streakline.application.fact.SubjectType;
import dev.streakline.application.fact.ViewerFact;
import dev.streakline.application.fact.WatchFact;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.lifetime.InteractionKind;
import dev.streakline.persistence.name.Digest;
import dev.streakline.persistence.rows.Columns;
import dev.streakline.persistence.shard.Shards;
import dev.streakline.persistence.shard.ViewerBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** A fact as it is kept; those about viewers are made of the rows that {@link FactRows} made of them. */
public record FactRecord(ParseResult.Parsed parsed, boolean withdrawn) {

    /** A query that gives many facts fetches so many rows at a time. */
    static final int ROWS_AT_ONCE = 5_000;

    /** A fact that was made of a row, with what else the row has. */
    static FactRecord of(Fact fact, ResultSet row) throws SQLException {
        ContentDigest content = Digest.content(row.getObject("content", UUID.class));
        return new FactRecord(new ParseResult.Parsed(fact, content), row.getBoolean("withdrawn"));
    }

    /** The facts of viewers, by viewer, source and id in code-point order. */
    static List<FactRecord> of(Handle handle, Object[] viewerKeys) {
        return facts(handle, "viewer_key = any(:keys)")
                .bind("keys", Columns.array("int8", viewerKeys))
                .map((row, context) -> of(fact(row), row))
                .list();
    }

    /** Gives the facts of one viewer, by source and id in code-point order, without holding them all. */
    static void forEach(Handle handle, long viewerKey, Consumer<FactRecord> each) {
        facts(handle, ViewerBatch.of(viewerKey).condition())
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> of(fact(row), row))
                .forEach(each);
    }

    private static Query facts(Handle handle, String condition) {
        return handle.createQuery("""
                        select fact.*, viewer.name as viewer, source.name as source, title.name as title,
                            channel.name as channel, platform.name as platform
                        from fact
                            join viewer using (viewer_key)
                            join source using (source_key)
                            left join title using (title_key)
                            left join channel using (channel_key)
                            left join platform using (platform_key)
                        where\s""" + condition + " order by viewer.name, source.name, id");
    }

    /** What a viewer has said of himself and not withdrawn; what holds stands last (detail 16). */
    public static List<Fact> ofProfile(Handle handle, long viewerKey) {
        return handle.createQuery("""
                        select fact.*, viewer.name as viewer, source.name as source
                        from fact join viewer using (viewer_key) join source using (source_key)
                        where shard = :shard and viewer_key = :key and type in (<types>) and not withdrawn
                        order by at, source.name, id
                        """)
                .bind("shard", Shards.of(viewerKey))
                .bind("key", viewerKey)
                .bindList("types", FactRow.PAUSE, FactRow.RANKING_CHOICE, FactRow.VIEWER)
                .map((row, context) -> fact(row))
                .list();
    }

    private static Fact fact(ResultSet row) throws SQLException {
        FactId id =
                new FactId(SubjectType.VIEWER, row.getString("viewer"), row.getString("source"), row.getString("id"));
        int type = row.getInt("type");
        if (type == FactRow.WATCH) {
            return watch(id, row);
        }
        Instant at = EpochMicros.toInstant(row.getLong("at"));
        return switch (type) {
            case FactRow.INTERACTION ->
                new InteractionFact(
                        id,
                        at,
                        row.getString("channel"),
                        InteractionKind.ofCode(row.getString("kind")).orElseThrow(),
                        row.getLong("bits"));
            case FactRow.PAUSE -> new PauseFact(id, at, day(row, "first_day"), day(row, "last_day"));
            case FactRow.RANKING_CHOICE -> new RankingChoiceFact(id, at, row.getBoolean("listed"));
            case FactRow.RATING -> new RatingFact(id, at, row.getString("title"), row.getInt("score"));
            case FactRow.VIEWER ->
                new ViewerFact(id, at, zone(row), row.getString("display_name"), row.getString("email"));
            default ->
                throw new IllegalStateException(
                        "the database holds a fact of type " + type + ", which this version does not know");
        };
    }

    private static WatchFact watch(FactId id, ResultSet row) throws SQLException {
        Long at = row.getObject("at", Long.class);
        return new WatchFact(
                id,
                at == null ? new Moment.OnDate(day(row, "day")) : new Moment.AtInstant(EpochMicros.toInstant(at)),
                row.getString("title"),
                row.getString("channel"),
                row.getString("session"),
                row.getObject("seconds", Integer.class),
                range(row),
                row.getObject("completed", Boolean.class),
                row.getString("platform"));
    }

    private static @Nullable Range range(ResultSet row) throws SQLException {
        Integer first = row.getObject("range_first", Integer.class);
        return first == null ? null : new Range(first, row.getInt("range_last") + 1L);
    }

    private static @Nullable ZoneId zone(ResultSet row) throws SQLException {
        String zone = row.getString("zone");
        return zone == null ? null : ZoneId.of(zone);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return LocalDate.ofEpochDay(row.getInt(column));
    }
}
