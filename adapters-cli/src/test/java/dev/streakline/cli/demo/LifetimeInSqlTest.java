package dev.streakline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.EventReader;
import dev.streakline.application.intake.RecordFacts;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.cli.StoreFixture;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.lifetime.LifetimeStatistics;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.Standing;
import dev.streakline.domain.ranking.Standings;
import dev.streakline.domain.streak.StreakHistory;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.lifetime.PostgresLifetimeStore;
import dev.streakline.persistence.ranking.PostgresRankings;
import dev.streakline.persistence.statistics.PostgresStatistics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plain SQL and our statistics of the demo's viewers on their channels and of their ranks agree, for every viewer and
 * in total.
 */
class LifetimeInSqlTest {

    private static final Instant NOW = Instant.parse("2026-05-10T12:34:56Z");

    /** Of how many days the sessions are taken; everything else is as it is. */
    private static final Duration PART = Duration.ofDays(Integer.getInteger("days", 60));

    private static final Set<String> PASSING = Set.of("streakline.watch.v1", "streakline.interaction.v1");

    @TempDir
    private Path folder;

    private static boolean isTaken(Map<String, Object> event) {
        return !PASSING.contains(String.valueOf(event.get("type")))
                || !Instant.parse(String.valueOf(event.get("time"))).isBefore(NOW.minus(PART));
    }

    @Test
    void plain_sql_gives_the_same() throws IOException {
        StoreFixture store = StoreFixture.in(folder);
        HikariConfig config = new HikariConfig();
        config.setDataSource(store.connections());
        try (HikariDataSource connections = new HikariDataSource(config)) {
            plainSqlSaysTheSame(connections);
        }
    }

    private static void plainSqlSaysTheSame(DataSource connections) throws IOException {
        Database database = new Database(connections);
        InstantSource clock = InstantSource.fixed(NOW);
        RecordFacts recording = new RecordFacts(new EventReader(clock), new PostgresFactLog(database));
        DemoPlatform demo = new DemoPlatform(NOW);
        for (Iterator<List<Map<String, Object>>> batches = demo.batches(demo.first()); batches.hasNext(); ) {
            recording.record(
                    batches.next().stream().filter(LifetimeInSqlTest::isTaken).toList());
        }
        PostgresRankings rankings = new PostgresRankings(database);
        new RefreshStatistics(new PostgresStatistics(database, FoldVersion.ofThisRuntime(), 2), rankings, clock)
                .refresh(new Selection.All());
        Map<String, String> theirs = new TreeMap<>();
        Jdbi.create(connections).useHandle(handle -> {
            // The planner's estimate for many steps is wrong by far.
            handle.execute("analyze");
            handle.execute("set enable_nestloop = off");
            handle.createQuery(query())
                    .bind("now", NOW.toString())
                    .map((row, context) -> theirs.put(row.getString("pair"), row.getString("figures")))
                    .forEach(put -> {});
        });
        PostgresLifetimeStore lifetimes = new PostgresLifetimeStore(database, FoldVersion.ofThisRuntime(), rankings);
        Map<String, String> ours = new TreeMap<>();
        for (DemoViewer viewer : DemoViewer.all()) {
            long key = rankings.key(new ViewerId(viewer.id())).orElse(0L);
            lifetimes
                    .findAll(new ViewerId(viewer.id()))
                    .ifPresent(on -> on.channels().forEach((channel, statistics) -> {
                        StreakHistory streaks = on.viewer().statistics().streaks();
                        ours.put(
                                viewer.id() + " on " + channel,
                                figures(statistics, streaks) + " "
                                        + rank(rankings, channel, Metric.WATCH_TIME, key) + " "
                                        + rank(rankings, channel, Metric.MESSAGES, key));
                    }));
        }
        assertThat(theirs).hasSizeGreaterThan(1_000);
        assertThat(ours).isEqualTo(theirs);
        assertThat(theirs.values()).anyMatch(figures -> figures.endsWith("none none"));
    }

    private static String query() throws IOException {
        try (InputStream query = LifetimeInSqlTest.class.getResourceAsStream("lifetime.sql")) {
            return new String(query.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Streaks bridge what SQL knows nothing of: they are compared where nothing is bridged. */
    private static String figures(ChannelStatistics channel, StreakHistory viewer) {
        LifetimeStatistics figures = LifetimeStatistics.of(channel, viewer, NOW);
        boolean isPlain = viewer.paused().isEmpty() && viewer.zones().changes().size() == 1;
        return String.join(
                " ",
                String.valueOf(figures.watchTime().sessions()),
                String.valueOf(figures.watchTime().seconds()),
                String.valueOf(figures.watchTime().estimatedSeconds()),
                String.valueOf(figures.messages().chat()),
                String.valueOf(figures.messages().subscriptions()),
                String.valueOf(figures.messages().cheers()),
                String.valueOf(figures.messages().gifts()),
                String.valueOf(figures.messages().raids()),
                String.valueOf(figures.messages().bits()),
                String.valueOf(figures.loyalty().trackingDays()),
                String.valueOf(figures.loyalty().activeDays()),
                isPlain ? String.valueOf(figures.loyalty().longestStreak()) : "bridged",
                String.valueOf(figures.activity().last30Days()),
                String.valueOf(figures.activity().last90Days()),
                String.valueOf(figures.activity().mostActiveMonth()),
                String.valueOf(figures.activity().mostActiveMonthDays()));
    }

    private static String rank(PostgresRankings rankings, String channel, Metric metric, long key) {
        Standings standings = rankings.find(new Population.OfChannel(channel))
                .map(ranking -> ranking.by(metric))
                .orElseThrow();
        return standings
                .find(key, 0)
                .map(entry -> {
                    Standing standing = standings.standingOf(entry.value());
                    return entry.rank() + "/" + standing.population() + "/" + standing.topPercent() + "/"
                            + standing.percentile().map(String::valueOf).orElse("alone");
                })
                .orElse("none");
    }
}
