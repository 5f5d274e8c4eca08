package dev.streakline.persistence.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.intake.Events;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.ranking.PostgresRankings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A fold of all viewers writes only what differs: the database counts its rows and its write-ahead log. */
@Isolated("The write-ahead log is that of all databases of the server.")
class WrittenByFoldsTest {

    private static final int VIEWERS = 3_000;
    private static final int CHANNELS = 10;
    private static final long LITTLE = 1_000_000;

    private final DataSource connections = TestDatabase.create();

    /** Of the superuser, who sees all users. */
    private final Jdbi jdbi = Jdbi.create(connections);

    private final Database database = TestDatabase.over(connections);
    private final PostgresFactLog log = new PostgresFactLog(database);
    private final RefreshStatistics refreshStatistics = new RefreshStatistics(
            new PostgresStatistics(database, FoldVersion.ofThisRuntime(), 2),
            new PostgresRankings(database),
            InstantSource.fixed(Events.NOW));

    private long number(String query) {
        return database.as(Scope.APP)
                .read(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    /** The counts of each table, after all writers have ended: the last thing that they do is to report. */
    private Map<String, Long> changes(String counter) {
        while (number("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and backend_type = 'client backend' and pid <> pg_backend_pid()")
                > 0) {
            Thread.onSpinWait();
        }
        Map<String, Long> changes = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select relname, " + counter
                        + " as changes from pg_stat_user_tables where schemaname = 'streakline'")
                .map((row, context) -> changes.put(row.getString("relname"), row.getLong("changes")))
                .forEach(put -> {}));
        return changes;
    }

    private void fill() {
        List<ParseResult.Parsed> facts = new ArrayList<>();
        for (int viewer = 0; viewer < VIEWERS; viewer++) {
            String channel = "channel" + viewer % CHANNELS;
            facts.add(Events.watchOn(channel, "viewer" + viewer, "1", "2024-06-01T20:00:00Z", 60 + viewer));
            facts.add(Events.watchOn("channel", "viewer" + viewer, "2", "2024-06-02T20:00:00Z", 60));
        }
        for (int from = 0; from < facts.size(); from += 1_000) {
            log.append(facts.subList(from, from + 1_000));
        }
        assertThat(refreshStatistics.refresh(new Selection.All()).changed()).isEqualTo(VIEWERS);
        jdbi.useHandle(handle -> handle.execute("analyze"));
    }

    /** In bytes, with what the whole server writes meanwhile, such as a checkpoint's images of pages: that only adds. */
    private long writtenByAFoldOfEverybody() {
        long before = number("select pg_current_wal_lsn() - '0/0'::pg_lsn");
        assertThat(refreshStatistics.refresh(new Selection.All()))
                .isEqualTo(new Statistics.RefreshSummary(VIEWERS, 0, 0));
        return number("select pg_current_wal_lsn() - '0/0'::pg_lsn") - before;
    }

    @Test
    void a_fold_of_all_viewers_writes_only_changed_rows() {
        fill();
        String all = "n_tup_ins + n_tup_upd + n_tup_del";
        Map<String, Long> before = changes(all);
        assertThat(before.get("viewer_statistics")).isEqualTo(VIEWERS);
        assertThat(LongStream.generate(this::writtenByAFoldOfEverybody)
                        .limit(5)
                        .filter(written -> written < LITTLE)
                        .findFirst())
                .isPresent();
        assertThat(changes(all)).isEqualTo(before);

        log.append(List.of(Events.watchOn("channel7", "viewer7", "3", "2024-06-03T20:00:00Z", 5_000)));
        Map<String, Long> updated = changes("n_tup_upd");
        Map<String, Long> deleted = changes("n_tup_del");
        assertThat(refreshStatistics.refresh(new Selection.All()))
                .isEqualTo(new Statistics.RefreshSummary(VIEWERS, 1, 0));
        // The viewer's own row and that of the channel; the standings of this channel, and the viewer's part of those
        // of all viewers.
        assertThat(grown(updated, changes("n_tup_upd")))
                .isEqualTo(Map.of("viewer_statistics", 1L, "viewer_channel", 1L, "standings", 2L));
        assertThat(grown(deleted, changes("n_tup_del"))).isEqualTo(Map.of("mark", 1L, "standings_mark", 2L));
    }

    private static Map<String, Long> grown(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> grown = new TreeMap<>();
        after.forEach((table, count) -> {
            if (count > before.getOrDefault(table, 0L)) {
                grown.put(table, count - before.getOrDefault(table, 0L));
            }
        });
        return grown;
    }

    @Test
    void one_viewers_change_is_logged_in_a_few_pages() {
        fill();
        jdbi.useHandle(handle -> handle.execute("checkpoint"));
        List<Long> written = new ArrayList<>();
        for (int i = 3; i < 13; i++) {
            log.append(List.of(Events.watchOn("channel7", "viewer7", "n" + i, "2024-06-03T20:00:00Z", 10)));
            long before = number("select pg_current_wal_lsn() - '0/0'::pg_lsn");
            refreshStatistics.refresh(new Selection.Due(Events.NOW));
            written.add(number("select pg_current_wal_lsn() - '0/0'::pg_lsn") - before);
        }
        // The standings of 300 viewers by time, a sixteenth of those of 3000, and the images of the pages with them.
        assertThat(written.stream().min(Long::compare))
                .hasValueSatisfying(least -> assertThat(least).isLessThan(20_000));
    }
}
