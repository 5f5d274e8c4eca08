package dev.streakline.benchmarks.store;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.Sha256;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.ranking.PostgresRankings;
import dev.streakline.persistence.statistics.PostgresStatistics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills a database with evenings, as the store would have done in hours. */
final class Loading {

    static final int BATCH = 1_000;

    private static final int EACH_WITH_A_HOME = 5;
    private static final String VIEWERS = "insert into viewer (name) select 'viewer-' || lpad(n::text, 6, '0') "
            + "from generate_series(0, %d) as n order by n";

    private final Evenings evenings;
    private final BenchDatabase database;

    Loading(Evenings evenings, BenchDatabase database) {
        this.evenings = evenings;
        this.database = database;
    }

    /**
     * Loads titles first, and with them channels, then homes through the store itself, then every session by COPY, with
     * the indexes made after it. Marks all viewers.
     */
    long load() {
        PostgresFactLog log = new PostgresFactLog(database.database());
        append(log, Evenings.TITLES, Evenings::title);
        new RefreshStatistics(
                        new PostgresStatistics(database.database(), FoldVersion.ofThisRuntime(), 1),
                        new PostgresRankings(database.database()),
                        Evenings::end)
                .refresh(new Selection.Due(Evenings.end()));
        database.execute(String.format(VIEWERS, evenings.viewers() - 1));
        for (String platform : Evenings.PLATFORMS) {
            database.execute("insert into platform (name) values ('" + platform + "')");
        }
        append(log, evenings.viewers() / EACH_WITH_A_HOME, number -> Evenings.home(number * EACH_WITH_A_HOME));
        String indexes = database.text("""
                select string_agg(replace(indexdef, ' ON ONLY ', ' ON '), ';') from pg_indexes
                where schemaname = 'streakline' and tablename = 'fact' and indexname <> 'fact_pkey'
                """);
        database.execute("alter table fact drop constraint fact_pkey", "drop index fact_of_title, fact_of_life");
        copySessions();
        database.execute(
                "set maintenance_work_mem = '256MB'",
                "alter table fact add primary key (shard, viewer_key, identity)",
                indexes);
        database.execute("truncate mark", "insert into mark select distinct shard, viewer_key from fact");
        check();
        database.execute("vacuum (analyze)", "checkpoint");
        return database.number("select count(*) from fact where type = 1");
    }

    private static void append(PostgresFactLog log, int count, IntFunction<ParseResult.Parsed> fact) {
        for (int from = 0; from < count; from += BATCH) {
            log.append(IntStream.range(from, Math.min(count, from + BATCH))
                    .mapToObj(fact)
                    .toList());
        }
    }

    private void copySessions() {
        database.on(connection -> {
            CopyIn copy = startCopy(connection);
            BinaryRows rows = new BinaryRows();
            for (int day = 0; day < Evenings.DAYS; day++) {
                evenings.tell(day, session -> write(rows, session));
                write(copy, rows.take());
            }
            write(copy, rows.end().take());
            return copy.endCopy();
        });
    }

    private static CopyIn startCopy(Connection connection) throws SQLException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy fact (shard, viewer_key, identity, content, type, at, title_key, channel_key, seconds, "
                        + "platform_key, source_key, id) from stdin (format binary)");
    }

    private static void write(CopyIn copy, byte[] bytes) throws SQLException {
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    /** Sessions as {@link #copy} takes them. */
    static byte[] bytes(List<Evenings.Session> sessions) {
        BinaryRows rows = new BinaryRows();
        sessions.forEach(session -> write(rows, session));
        return rows.end().take();
    }

    /** Copies sessions in and commits. */
    static void copy(Connection connection, byte[] sessions) throws SQLException {
        CopyIn copy = startCopy(connection);
        write(copy, sessions);
        copy.endCopy();
    }

    /** The keys are those that {@link #load} made: every number plus one. */
    private static void write(BinaryRows rows, Evenings.Session session) {
        ByteBuffer identity = ByteBuffer.wrap(identity(session.id()));
        long viewerKey = session.viewer() + 1L;
        rows.row(12)
                .int2((int) (viewerKey & 15))
                .int8(viewerKey)
                .uuid(identity.getLong(), identity.getLong())
                .uuid(session.digest(), ~session.digest())
                .int2(1)
                .int8(session.at())
                .int8(session.title() + 1L)
                .int8(session.channel() + 1L)
                .int4(session.seconds())
                .int4(session.platform() + 1)
                .int4(1)
                .text(session.id());
    }

    private static byte[] identity(String id) {
        byte[] source = Evenings.SOURCE.getBytes(StandardCharsets.UTF_8);
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        return Sha256.of(ByteBuffer.allocate(2 * Integer.BYTES + source.length + text.length)
                .putInt(source.length)
                .put(source)
                .putInt(text.length)
                .put(text)
                .array());
    }

    /** Keys are as {@link #write} took for granted, and the store knows every session of an evening that it is sent again. */
    private void check() {
        for (String table : List.of("viewer", "title", "channel")) {
            String wrong = "select count(*) from " + table + " where name <> '" + table + "-' || lpad((" + table
                    + "_key - 1)::text, 6, '0')";
            if (database.number(wrong) != 0) {
                throw new IllegalStateException(table + " has other keys");
            }
        }
    }

    /** What the store writes for the same facts is the same, row for row. */
    void compareWithStore(BenchDatabase empty) {
        List<ParseResult.Parsed> evening = new ArrayList<>();
        evenings.tell(0, session -> evening.add(session.read()));
        List<ParseResult.Parsed> facts = evening.subList(0, Math.min(BATCH, evening.size()));
        new PostgresFactLog(empty.database()).append(facts);
        String ids = "select string_agg(quote_literal(id), ',') from fact";
        String rows = """
                select string_agg(to_jsonb(row)::text, E'\\n' order by viewer_name, id) from (
                    select to_jsonb(fact) - '{shard,viewer_key,title_key,channel_key,platform_key,source_key}'::text[] as fact,
                        shard = viewer_key & 15, viewer.name as viewer_name, title.name as title,
                        channel.name as channel, platform.name as platform, source.name as source, id
                    from fact join viewer using (viewer_key) left join title using (title_key)
                        left join channel using (channel_key) left join platform using (platform_key)
                        join source using (source_key)
                    where id in (%s)) as row
                """;
        String query = String.format(rows, empty.text(ids));
        if (!database.text(query).equals(empty.text(query))) {
            throw new IllegalStateException("the store writes these facts differently");
        }
        System.out.printf("the first %,d sessions are as the store writes them%n", facts.size());
    }
}
