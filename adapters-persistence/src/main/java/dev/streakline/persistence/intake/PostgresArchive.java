package dev.streakline.persistence.intake;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.Archive;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.ScopedDatabase;
import dev.streakline.persistence.shard.Viewers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Facts out of PostgreSQL, within the memory for the facts of {@value #VIEWERS_AT_ONCE} viewers.
 */
public final class PostgresArchive implements Archive {

    private static final int VIEWERS_AT_ONCE = 200;

    private final ScopedDatabase database;

    /** The facts in a database. */
    public PostgresArchive(Database database) {
        this.database = database.as(Scope.APP);
    }

    @Override
    public void forEach(Consumer<ParseResult.Parsed> counting, Consumer<ParseResult.Parsed> withdrawn) {
        database.useRead(handle -> {
            Consumer<FactRecord> each = stored -> (stored.withdrawn() ? withdrawn : counting).accept(stored.parsed());
            forEachTitle(handle, each);
            forEachChannel(handle, each);
            forEachViewerFact(handle, each);
        });
    }

    @Override
    public void forEach(ViewerId viewer, Consumer<ParseResult.Parsed> active, Consumer<ParseResult.Parsed> withdrawn) {
        database.useRead(handle -> Viewers.key(handle, viewer)
                .ifPresent(key -> FactRecord.forEach(
                        handle, key, stored -> (stored.withdrawn() ? withdrawn : active).accept(stored.parsed()))));
    }

    private static void forEachTitle(Handle handle, Consumer<FactRecord> each) {
        handle.createQuery("""
                        select * from title_fact join title using (title_key)
                        order by title.name, source, id
                        """)
                .setFetchSize(FactRecord.ROWS_AT_ONCE)
                .map((row, context) -> FactRecord.of(fact(FactType.TITLE_DETAILS, row, context), row))
                .forEach(each);
    }

    private static void forEachChannel(Handle handle, Consumer<FactRecord> each) {
        handle.createQuery("""
                        select * from channel_fact join channel using (channel_key)
                        order by channel.name, source, id
                        """)
                .setFetchSize(FactRecord.ROWS_AT_ONCE)
                .map((row, context) -> FactRecord.of(fact(FactType.CHANNEL_DETAILS, row, context), row))
                .forEach(each);
    }

    /** A fact of a type that has a table of its own. */
    private static Fact fact(FactType type, ResultSet row, StatementContext context) throws SQLException {
        FactId id = new FactId(type.subjectType(), row.getString("name"), row.getString("source"), row.getString("id"));
        return type.schema().read(RowValues.of(id, row, context));
    }

    private static void forEachViewerFact(Handle handle, Consumer<FactRecord> each) {
        String last = "";
        while (true) {
            List<Named> viewers = handle.createQuery(
                            "select viewer_key, name from viewer where name > :last order by name limit "
                                    + VIEWERS_AT_ONCE)
                    .bind("last", last)
                    .map((row, context) -> new Named(row.getLong("viewer_key"), row.getString("name")))
                    .list();
            if (viewers.isEmpty()) {
                return;
            }
            last = viewers.get(viewers.size() - 1).name();
            FactRecord.of(handle, viewers.stream().map(Named::key).toArray()).forEach(each);
        }
    }

    private record Named(long key, String name) {}
}
