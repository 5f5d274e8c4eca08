package dev.streakline.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.announcement.BadgeUnlocked;
import dev.streakline.application.announcement.MilestoneAchieved;
import dev.streakline.application.announcement.PercentileRanked;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.IntakeRuleVersions;
import dev.streakline.application.intake.IntakeRules;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.recalculation.ClaimedRun;
import dev.streakline.application.recalculation.RecalculationRun;
import dev.streakline.application.recalculation.RecalculationRun.RunScope;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.lifetime.Badge;
import dev.streakline.domain.lifetime.BadgeUnlock;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.milestone.RecordedAchievement;
import dev.streakline.domain.milestone.Rung;
import dev.streakline.domain.milestone.Tier;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.persistence.announcement.PostgresAnnouncements;
import dev.streakline.persistence.intake.PostgresIntakeRules;
import dev.streakline.persistence.recalculation.PostgresRecalculationRuns;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Stores that earlier versions have filled. */
class MigrationsTest {

    private final DataSource connections = TestDatabase.createOfPlainUser();
    private final Jdbi store = Jdbi.create(connections);

    /** As the version was that had this migration last. */
    private void migrateTo(String version) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(connections)
                .schemas(Database.SCHEMA)
                .defaultSchema(Database.SCHEMA)
                .locations(Database.MIGRATIONS)
                .skipDefaultCallbacks(true)
                .target(version)
                .load()
                .migrate();
    }

    private void execute(String command) {
        store.useHandle(handle -> handle.execute(command));
    }

    @Test
    void statistics_that_stood_in_the_rows_of_viewers_are_kept() {
        migrateTo("3");
        execute("""
                insert into streakline.viewer (name, statistics, digest, stamp, next_change_at)
                select 'viewer-' || i, decode(to_hex(16 + i), 'hex'), md5(i::text)::uuid, 7, nullif(i, 3) * 1000
                from generate_series(1, 40) i
                """);
        execute("insert into streakline.viewer (name) values ('not folded yet')");
        TestDatabase.over(connections).migrate();
        assertThat(number("select count(*) from streakline.viewer_statistics")).isEqualTo(40);
        assertThat(number("""
                        select count(*) from streakline.viewer_statistics kept join streakline.viewer using (viewer_key)
                        where shard = viewer_key & 15 and fold_version = 7
                            and statistics = decode(to_hex(16 + split_part(name, '-', 2)::int), 'hex')
                            and digest = md5(split_part(name, '-', 2))::uuid
                            and next_change_at is not distinct from nullif(split_part(name, '-', 2)::int, 3) * 1000
                        """)).isEqualTo(40);
    }

    @Test
    void announcements_of_three_tables_are_found_in_one() {
        migrateTo("7");
        execute("insert into streakline.viewer (name) values ('ada'), ('bob')");
        execute("insert into streakline.channel (name) values ('c1')");
        execute("""
                insert into streakline.announcement
                select viewer_key, 'streak', 7, 'bronze', 5, 'instant', 30 from streakline.viewer where name = 'ada'
                """);
        execute("""
                insert into streakline.badge_unlocked
                select viewer_key, channel_key, 'first-words', 6, 'instant', 20
                from streakline.viewer, streakline.channel where viewer.name = 'ada'
                """);
        execute("""
                insert into streakline.percentile_ranked
                select viewer_key, key, 'watchTime', 5, night
                from streakline.viewer, unnest(array[0, 1], array[10, 40]) as ranks (key, night) where name = 'ada'
                """);
        Database database = TestDatabase.over(connections);
        database.migrate();
        Instant epoch = Instant.EPOCH;
        assertThat(new PostgresAnnouncements(database).find(new ViewerId("ada")))
                .containsExactly(
                        new PercentileRanked(Population.DEPLOYMENT, Metric.WATCH_TIME, 5, epoch.plusNanos(10_000)),
                        new BadgeUnlocked(
                                "c1",
                                new BadgeUnlock(Badge.FIRST_WORDS, epoch.plusNanos(6_000), Precision.INSTANT),
                                epoch.plusNanos(20_000)),
                        new MilestoneAchieved(new RecordedAchievement(
                                Measure.STREAK,
                                new Rung(7, Tier.BRONZE),
                                epoch.plusNanos(5_000),
                                Precision.INSTANT,
                                epoch.plusNanos(30_000))),
                        new PercentileRanked(
                                new Population.OfChannel("c1"), Metric.WATCH_TIME, 5, epoch.plusNanos(40_000)));
        assertThat(new PostgresAnnouncements(database).find(new ViewerId("bob")))
                .isEmpty();
    }

    @Test
    void recalculations_are_kept_and_those_that_were_not_finished_are_due() {
        migrateTo("8");
        execute("""
                insert into streakline.recalculation_run (id, scope, viewer, requested_by, requested_at, started_at,
                    beat_at, finished_at, viewers, changed, announced, failure)
                values ('pending', 'viewer', 'ada', 'ops', 1, null, null, null, 0, 0, 0, null),
                    ('running', 'all', null, 'ops', 2, 20, 30, null, 0, 0, 0, null),
                    ('done', 'due', null, 'ops', 3, 20, 30, 40, 5, 6, 7, null),
                    ('failed', 'all', null, 'ops', 4, 20, 30, 40, 0, 0, 0, 'why')
                """);
        Database database = TestDatabase.over(connections);
        database.migrate();
        PostgresRecalculationRuns runs = new PostgresRecalculationRuns(database);
        Instant epoch = Instant.EPOCH;
        RecalculationRun pending = RecalculationRun.requested(
                "pending", new RunScope.OneViewer(new ViewerId("ada")), "ops", epoch.plusNanos(1_000));
        RecalculationRun running = RecalculationRun.requested(
                        "running", new RunScope.AllViewers(), "ops", epoch.plusNanos(2_000))
                .begun(epoch.plusNanos(20_000));
        assertThat(runs.newest(9, null))
                .containsExactly(
                        RecalculationRun.requested("failed", new RunScope.AllViewers(), "ops", epoch.plusNanos(4_000))
                                .begun(epoch.plusNanos(20_000))
                                .failed(epoch.plusNanos(40_000), "why"),
                        RecalculationRun.requested("done", new RunScope.DueViewers(), "ops", epoch.plusNanos(3_000))
                                .begun(epoch.plusNanos(20_000))
                                .done(epoch.plusNanos(40_000), new Statistics.RefreshSummary(5, 6, 7)),
                        running,
                        pending);
        ClaimedRun first = runs.claim(Duration.ofMinutes(1)).orElseThrow();
        assertThat(first.run().id()).isEqualTo("pending");
        assertThat(first.attempt()).isEqualTo(1);
        ClaimedRun second = runs.claim(Duration.ofMinutes(1)).orElseThrow();
        assertThat(second.run().id()).isEqualTo("running");
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(runs.claim(Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void a_store_with_facts_stays_open_to_its_viewers_and_reports_it_once() {
        migrateTo("6");
        execute("insert into streakline.viewer (name) values ('ada')");
        execute("""
                insert into streakline.fact (shard, viewer_key, identity, content, type, source_key, id)
                select viewer_key & 15, viewer_key, md5('1')::uuid, md5('1')::uuid, 1, 1, '1' from streakline.viewer
                """);
        Database database = TestDatabase.over(connections);
        database.migrate();
        PostgresIntakeRules rules = new PostgresIntakeRules(database);
        assertThat(rules.current()).isEqualTo(new IntakeRuleVersions.IntakeRuleVersion(1, IntakeRules.PERSONAL));
        assertThat(rules.takeNoticeOfViewerFacts()).isTrue();
        assertThat(rules.takeNoticeOfViewerFacts()).isFalse();
    }

    @Test
    void a_store_without_facts_is_closed_to_viewers_and_reports_nothing() {
        migrateTo("6");
        Database database = TestDatabase.over(connections);
        database.migrate();
        PostgresIntakeRules rules = new PostgresIntakeRules(database);
        assertThat(rules.current().rules()).isEqualTo(IntakeRules.DEFAULT);
        assertThat(rules.takeNoticeOfViewerFacts()).isFalse();
    }

    private long number(String query) {
        return store.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
