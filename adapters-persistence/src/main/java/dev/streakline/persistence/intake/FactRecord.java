package dev.streakline.persistence.intake;

import dev.streakline.application.fact.ContentDigest;
import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactField.Mention;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.SubjectType;
import dev.streakline.application.viewer.Profile;
import dev.streakline.persistence.name.Digest;
import dev.streakline.persistence.name.Dimension;
import dev.streakline.persistence.rows.Columns;
import dev.streakline.persistence.shard.Shards;
import dev.streakline.persistence.shard.ViewerBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** A stored fact; restored from the row that {@link FactLayout} describes. */
public record FactRecord(ParseResult.Parsed parsed, boolean withdrawn) {

    /** The number of rows that a query for many facts fetches at a time. */
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
                .map((row, context) -> of(fact(row, context), row))
                .list();
    }

    /** Gives the facts of one viewer, by source and id in code-point order, without holding them all. */
    static void forEach(Handle handle, long viewerKey, Consumer<FactRecord> each) {
        facts(handle, ViewerBatch.of(viewerKey).condition())
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> of(fact(row, context), row))
                .forEach(each);
    }

    private static Query facts(Handle handle, String condition) {
        return handle.createQuery("select fact.*, viewer.name as viewer, source.name as source"
                + mentioned(", %1$s.name as %1$s")
                + " from fact join viewer using (viewer_key) join source using (source_key)"
                + mentioned(" left join %1$s using (%2$s)") + " where " + condition
                + " order by viewer.name, source.name, id");
    }

    /** A part of a statement for each dimension that facts mention, with its table and its key. */
    private static String mentioned(String format) {
        return Stream.of(Mention.values())
                .map(Dimension::of)
                .map(dimension -> String.format(Locale.ROOT, format, dimension.table(), dimension.key()))
                .collect(Collectors.joining());
    }

    /** The facts of a viewer's profile that count, in any order. */
    public static List<Fact> ofProfile(Handle handle, long viewerKey) {
        return handle.createQuery("""
                        select fact.*, viewer.name as viewer, source.name as source
                        from fact join viewer using (viewer_key) join source using (source_key)
                        where shard = :shard and viewer_key = :key and type in (<types>) and not withdrawn
                        """)
                .bind("shard", Shards.of(viewerKey))
                .bind("key", viewerKey)
                .bindList("types", Profile.TYPES.stream().map(FactType::number).toList())
                .map(FactRecord::fact)
                .list();
    }

    private static Fact fact(ResultSet row, StatementContext context) throws SQLException {
        FactId id =
                new FactId(SubjectType.VIEWER, row.getString("viewer"), row.getString("source"), row.getString("id"));
        int number = row.getInt("type");
        FactType type = FactType.ofNumber(number)
                .orElseThrow(() -> new IllegalStateException(
                        "the database contains a fact of type " + number + ", which this version does not know"));
        return type.schema().read(RowValues.of(id, row, context));
    }
}
