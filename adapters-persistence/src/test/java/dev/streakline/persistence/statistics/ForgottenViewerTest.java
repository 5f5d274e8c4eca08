package dev.streakline.persistence.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.Events;
import dev.streakline.application.ranking.RankingScope;
import dev.streakline.application.recalculation.RecalculationRun;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.ranking.PostgresRankings;
import dev.streakline.persistence.recalculation.PostgresRecalculationRuns;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Works for future tables too: the catalogue of the database lists them. */
class ForgottenViewerTest {

    private static final String NAME = "ada-the-forgotten";

    /** Rare enough to be nothing but the viewer's key. */
    private static final long KEY = 987_654_321_012L;

    private final DataSource connections = TestDatabase.create();
    private final Database database = TestDatabase.over(connections);
    private final PostgresFactLog log = new PostgresFactLog(database);

    /** The columns that contain the viewer's name, as text or as bytes, or the key, and in how many rows. */
    private Map<String, Long> traces() {
        Map<String, Long> traces = new TreeMap<>();
        Jdbi.create(connections).useHandle(handle -> {
            handle.execute("set search_path to streakline");
            List<String> columns = handle.createQuery("""
                            select attrelid::regclass || '.' || quote_ident(attname) from pg_attribute
                            join pg_class on pg_class.oid = attrelid
                            where relnamespace = 'streakline'::regnamespace and relkind in ('r', 'm')
                            and attnum > 0 and not attisdropped
                            """).mapTo(String.class).list();
            assertThat(columns).hasSizeGreaterThan(100);
            for (String column : columns) {
                String table = column.substring(0, column.lastIndexOf('.'));
                long found = handle.createQuery("select count(*) from " + table + " where strpos(" + column
                                + "::text, :name) > 0 or strpos(" + column
                                + "::text, encode(convert_to(:name, 'UTF8'), 'hex')) > 0 or strpos(" + column
                                + "::text, :key) > 0")
                        .bind("name", NAME)
                        .bind("key", String.valueOf(KEY))
                        .mapTo(Long.class)
                        .one();
                if (found > 0) {
                    traces.put(column, found);
                }
            }
        });
        return traces;
    }

    @Test
    void no_row_of_any_table_has_the_name_or_key_of_the_viewer() {
        Jdbi.create(connections)
                .useHandle(handle ->
                        handle.execute("alter table streakline.viewer alter column viewer_key restart with " + KEY));
        log.append(List.of(Events.watchOn("c2", NAME, "lately", "2024-06-14T20:00:00Z", 600)));
        log.append(new ArrayList<>(IntStream.rangeClosed(1, 9)
                .mapToObj(day -> Events.watchOn("c1", NAME, "d" + day, "2024-06-0" + day + "T20:00:00Z", 600))
                .toList()));
        new RefreshStatistics(
                        new PostgresStatistics(database, FoldVersion.ofThisRuntime(), 1),
                        new PostgresRankings(database),
                        InstantSource.fixed(Events.NOW))
                .refresh(new Selection.All());
        log.withdraw(Events.watchOn("c1", NAME, "d9", "2024-06-09T20:00:00Z", 600)
                .fact()
                .id());
        new PostgresRecalculationRuns(database)
                .add(RecalculationRun.requested(
                        "run", new RecalculationRun.RunScope.OneViewer(new ViewerId(NAME)), "ops", Events.NOW));
        assertThat(traces().keySet())
                .contains("viewer.name", "viewer.viewer_key", "announcement.viewer_key", "mark.viewer_key")
                .contains("viewer_channel.viewer_key")
                .contains("recalculation_run.viewer")
                .anyMatch(column -> column.matches("fact_\\d+\\.viewer_key"));
        assertThat(log.erase(new ViewerId(NAME))).isTrue();
        assertThat(traces()).containsOnlyKeys("standings_mark.viewer_key");
        new PostgresRankings(database).rank(new RankingScope.Changed(), Events.NOW);
        assertThat(traces()).isEmpty();
    }
}
