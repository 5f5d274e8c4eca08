package dev.streakline.persistence.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.Streakline;
import dev.streakline.application.announcement.BadgeUnlocked;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.recalculation.RecalculationRun;
import dev.streakline.application.recalculation.RecalculationRun.RunState;
import dev.streakline.application.statistics.FoldCounts;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.application.work.BackOff;
import dev.streakline.application.work.Days;
import dev.streakline.application.work.JobPace;
import dev.streakline.application.work.Lease;
import dev.streakline.application.work.Worker;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.lifetime.Badge;
import dev.streakline.persistence.PostgresStreakline;
import dev.streakline.persistence.announcement.PostgresAnnouncements;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.recalculation.PostgresRecalculationRuns;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two workers on one database, over a New Year that comes to 24 zones one after the other. */
@Timeout(300)
class WorkersOnOneStoreTest {

    private static final List<String> ZONES = List.of(
            "Pacific/Kiritimati",
            "Pacific/Auckland",
            "Pacific/Noumea",
            "Australia/Sydney",
            "Asia/Tokyo",
            "Asia/Shanghai",
            "Asia/Bangkok",
            "Asia/Dhaka",
            "Asia/Kathmandu",
            "Asia/Kolkata",
            "Asia/Karachi",
            "Asia/Dubai",
            "Europe/Moscow",
            "Europe/Athens",
            "Europe/Berlin",
            "Europe/London",
            "Atlantic/Azores",
            "Atlantic/South_Georgia",
            "America/Sao_Paulo",
            "America/St_Johns",
            "America/New_York",
            "America/Denver",
            "America/Los_Angeles",
            "Pacific/Honolulu");
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 30);
    private static final Duration OFTEN = Duration.ofMillis(5);
    private static final JobPace FAST = new JobPace(OFTEN, new BackOff(OFTEN, OFTEN), OFTEN);
    private static final Lease LEASE = new Lease(Duration.ofSeconds(30), OFTEN);

    /** Grows with every row that is written or locked: the transactions that did so last, of all rows of all tables. */
    private static final String WRITTEN = """
            select sum((xpath('/row/sum/text()', query_to_xml(format(
                'select sum(xmin::text::bigint + xmax::text::bigint) as sum from %s', oid::regclass),
                false, true, '')))[1]::text::numeric)
            from pg_class where relnamespace = 'streakline'::regnamespace and relkind = 'r'""";

    private final Days days = new Days("2025-12-30T10:45:00Z");
    private final List<String> words = new CopyOnWriteArrayList<>();
    private final DataSource connections = TestDatabase.create();
    private final Jdbi store = Jdbi.create(connections);
    private final Database database = new Database(TestDatabase.pooled(connections));
    private final PostgresFactLog log = new PostgresFactLog(database);
    private final PostgresAnnouncements announcements = new PostgresAnnouncements(database);
    private final PostgresRecalculationRuns runs = new PostgresRecalculationRuns(database);
    private final List<Streakline> streaklines = List.of(streakline(), streakline());
    private final Statistics statistics = streaklines.get(0).ports().statistics();
    private List<Worker> workers = List.of();

    private Streakline streakline() {
        PostgresStatistics statistics = new PostgresStatistics(database, FoldVersion.ofThisRuntime(), 1);
        return Streakline.over(PostgresStreakline.ports(database, statistics), days);
    }

    @BeforeEach
    void start() {
        workers = streaklines.stream()
                .map(streakline -> Worker.start(streakline.jobs(FAST, LEASE), days, words::add))
                .toList();
    }

    @AfterEach
    void close() {
        workers.forEach(Worker::close);
    }

    private long number(String query) {
        return store.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(20);
        }
    }

    /** Half an hour past midnight of a number of days up to the last. */
    private void watch(LocalDate first, LocalDate last) {
        List<Map<String, Object>> events = new ArrayList<>();
        for (String zone : ZONES) {
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                Instant at =
                        day.atTime(LocalTime.of(0, 30)).atZone(ZoneId.of(zone)).toInstant();
                events.addAll(Days.watched(zone, at.toString()));
            }
            events.add(Days.event("viewer", zone, "2025-01-01T00:00:00Z", Map.of("zone", zone)));
        }
        days.send(log, events);
    }

    private boolean isNobodyDue() {
        return number("select count(*) from streakline.mark") == 0
                && number("select count(*) from streakline.viewer_statistics where next_change_at <= "
                                + EpochMicros.of(days.instant()))
                        == 0;
    }

    private long sum(ToLongFunction<FoldCounts> count) {
        return streaklines.stream().map(Streakline::foldCounts).mapToLong(count).sum();
    }

    @Test
    void streaks_end_when_their_days_do_and_each_achievement_is_announced_once() throws InterruptedException {
        watch(LAST_DAY.minusDays(6), LAST_DAY);
        until(this::isNobodyDue);
        assertThat(number("select count(*) from streakline.announcement where kind = 'milestone'"))
                .isEqualTo(ZONES.size());
        Instant end = Instant.parse("2026-01-01T12:45:00Z");
        while (days.instant().isBefore(end)) {
            days.turnTo(days.instant().plus(Duration.ofHours(2)));
            until(this::isNobodyDue);
            ZONES.forEach(this::isAsItShouldBe);
        }
        assertThat(sum(FoldCounts::announced)).isEqualTo(ZONES.size());
        assertThat(sum(FoldCounts::changed)).isEqualTo(ZONES.size());
        Statistics.StoreComparison found =
                streaklines.get(0).refreshStatistics().verify(new Selection.All());
        assertThat(found).isEqualTo(new Statistics.StoreComparison(ZONES.size(), 0, List.of(), List.of()));
        assertThat(words).isEmpty();
    }

    private void isAsItShouldBe(String viewer) {
        Statistics.StoredStatistics kept = statistics.find(new ViewerId(viewer)).orElseThrow();
        ZoneId zone = ZoneId.of(viewer);
        LocalDate today = days.instant().atZone(zone).toLocalDate();
        boolean isAlive = !today.isAfter(LAST_DAY.plusDays(1));
        assertThat(kept.statistics().streaks().at(days.instant()).current())
                .as("%s at %s", viewer, days.instant())
                .isEqualTo(isAlive ? 7 : 0);
        assertThat(kept.nextChangeAt())
                .as("%s at %s", viewer, days.instant())
                .isEqualTo(isAlive ? today.plusDays(1).atStartOfDay(zone).toInstant() : null);
    }

    @Test
    void a_badge_that_time_unlocks_is_announced_once_and_when_its_day_begins() throws InterruptedException {
        LocalDate first = LAST_DAY.minusDays(27);
        List<Map<String, Object>> events = new ArrayList<>();
        for (String zone : ZONES) {
            Instant at = first.atTime(0, 30).atZone(ZoneId.of(zone)).toInstant();
            events.add(Days.event("watch", zone, at.toString(), Map.of("channel", "c1", "seconds", 600)));
            events.add(Days.event("viewer", zone, "2025-01-01T00:00:00Z", Map.of("zone", zone)));
        }
        days.send(log, events);
        until(this::isNobodyDue);
        Instant end = Instant.parse("2026-01-01T12:45:00Z");
        while (days.instant().isBefore(end)) {
            days.turnTo(days.instant().plus(Duration.ofHours(2)));
            until(this::isNobodyDue);
            ZONES.forEach(zone -> isAnnouncedFrom(first.plusDays(29), zone));
        }
        assertThat(number("select count(*) from streakline.announcement where kind = 'badge'"))
                .isEqualTo(ZONES.size());
        assertThat(words).isEmpty();
    }

    private void isAnnouncedFrom(LocalDate thirtieth, String viewer) {
        Instant begins = thirtieth.atStartOfDay(ZoneId.of(viewer)).toInstant();
        List<BadgeUnlocked> unlocked = announcements.find(new ViewerId(viewer)).stream()
                .filter(BadgeUnlocked.class::isInstance)
                .map(BadgeUnlocked.class::cast)
                .toList();
        if (days.instant().isBefore(begins)) {
            assertThat(unlocked).as("%s at %s", viewer, days.instant()).isEmpty();
        } else {
            assertThat(unlocked).singleElement().satisfies(announced -> {
                assertThat(announced.unlock().badge()).isEqualTo(Badge.LONG_TERM);
                assertThat(announced.unlock().at()).isEqualTo(begins);
                assertThat(announced.recordedAt()).isBetween(begins, begins.plus(Duration.ofHours(2)));
            });
        }
    }

    @Test
    void an_idle_worker_writes_nothing() throws InterruptedException {
        watch(LAST_DAY.minusDays(6), LAST_DAY);
        until(this::isNobodyDue);
        // One may still be folding a viewer that the other has folded meanwhile; hundreds of rounds later none is.
        List<Long> before;
        do {
            before = done();
            Thread.sleep(500);
        } while (!done().equals(before));
        Thread.sleep(1_000);
        assertThat(done()).isEqualTo(before);
        assertThat(sum(FoldCounts::viewers)).isGreaterThanOrEqualTo(ZONES.size());
    }

    private List<Long> done() {
        return List.of(sum(FoldCounts::folds), number(WRITTEN));
    }

    @Test
    void each_recalculation_is_run_once() throws InterruptedException {
        watch(LAST_DAY, LAST_DAY);
        until(this::isNobodyDue);
        for (int i = 0; i < 6; i++) {
            assertThat(runs.add(RecalculationRun.requested(
                            "run" + i, new RecalculationRun.RunScope.AllViewers(), "ops", days.instant())))
                    .isTrue();
        }
        until(() -> runs.newest(9, null).stream().allMatch(run -> run.state() == RunState.DONE));
        assertThat(runs.newest(9, null))
                .hasSize(6)
                .extracting(RecalculationRun::counts)
                .containsOnly(new Statistics.RefreshSummary(ZONES.size(), 0, 0));
        until(() -> sum(FoldCounts::viewers) >= 7L * ZONES.size());
    }
}
