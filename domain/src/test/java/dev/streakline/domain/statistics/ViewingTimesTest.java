package dev.streakline.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.calendar.ZoneTimeline.ZoneChange;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.TitleDetails;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.history.FactColumns;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.viewing.BreakdownItem;
import dev.streakline.domain.viewing.DayTotal;
import dev.streakline.domain.viewing.PeriodComparison;
import dev.streakline.domain.viewing.ViewingTime;
import dev.streakline.domain.viewing.Window;
import dev.streakline.domain.viewing.WindowKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ViewingTimesTest {

    private static final int FILM = 0;
    private static final Titles TITLES = new Titles.Builder()
            .describe(FILM, new TitleDetails(TitleKind.MOVIE, null, List.of("drama"), 6_000))
            .build();
    private static final Instant NOON = Instant.parse("2024-05-15T12:00:00Z");
    private static final int TODAY = (int) LocalDate.of(2024, 5, 15).toEpochDay();

    private final FactColumns facts = new FactColumns(8);

    private ViewingTimes viewing(ZoneTimeline zones, Instant now) {
        NameIndex platforms = new NameIndex();
        platforms.keyOf("tv");
        return new ViewingTimes(
                new ViewerHistory(facts, 0, facts.size(), zones, List.of()), TITLES, platforms, Policies.DEFAULT, now);
    }

    private void watch(Instant at, int seconds) {
        facts.watch(EpochMicros.of(at), FILM, seconds, Completed.UNSPECIFIED);
    }

    private static DayTotal total(int day, long seconds, int plays) {
        return new DayTotal(LocalDate.of(2024, 5, day), seconds, plays);
    }

    @Test
    void the_running_window_holds_the_sessions_of_its_local_days() {
        watch(NOON, 100);
        facts.onPlatform(0);
        facts.inSession(3);
        watch(NOON.plusSeconds(60), 50);
        facts.onPlatform(0);
        facts.inSession(3);
        facts.watchOn(TODAY - 14, FILM, FactColumns.UNKNOWN_SECONDS, Completed.NO);
        facts.watchOn(TODAY - 15, FILM, 7, Completed.NO);
        TestFact.chat(facts, EpochMicros.of(NOON));
        ViewingTime may = viewing(ZoneTimeline.UTC, NOON).running(WindowKind.MONTH);
        assertThat(may.window()).isEqualTo(Window.of(WindowKind.MONTH, LocalDate.of(2024, 5, 1)));
        assertThat(may.seconds()).isEqualTo(6_150);
        assertThat(may.estimatedSeconds()).isEqualTo(6_000);
        assertThat(may.sessions()).isEqualTo(2);
        assertThat(may.activeDays()).isEqualTo(2);
        assertThat(may.byPlatform()).containsExactly(new BreakdownItem("unknown", 6_000), new BreakdownItem("tv", 150));
        assertThat(may.comparison()).isEqualTo(new PeriodComparison(0, 6_150, null));
    }

    @Test
    void any_window_can_be_asked() {
        facts.watchOn(TODAY - 15, FILM, 7, Completed.NO);
        ViewingTimes viewing = viewing(ZoneTimeline.UTC, NOON);
        assertThat(viewing.in(Window.ALL).seconds()).isEqualTo(7);
        assertThat(viewing.in(Window.of(WindowKind.MONTH, LocalDate.of(2024, 4, 1)))
                        .seconds())
                .isEqualTo(7);
        assertThat(viewing.in(Window.of(WindowKind.MONTH, LocalDate.of(2024, 3, 1)))
                        .seconds())
                .isZero();
    }

    @Test
    void the_totals_of_days_ascend_and_leave_out_interactions() {
        watch(NOON, 100);
        watch(NOON.plusSeconds(60), FactColumns.UNKNOWN_SECONDS);
        facts.watchOn(TODAY, FILM, 1, Completed.NO);
        facts.watchOn(TODAY - 2, FILM, 5, Completed.NO);
        TestFact.chat(facts, EpochMicros.of(NOON) - 3 * EpochMicros.PER_DAY);
        assertThat(viewing(ZoneTimeline.UTC, NOON).days()).containsExactly(total(13, 5, 1), total(15, 6_101, 3));
    }

    @Test
    void only_the_viewers_own_rows_count() {
        watch(NOON, 1);
        watch(NOON, 2);
        watch(NOON, 4);
        ViewerHistory history = new ViewerHistory(facts, 1, 2, ZoneTimeline.UTC, List.of());
        ViewingTimes viewing = new ViewingTimes(history, TITLES, new NameIndex(), Policies.DEFAULT, NOON);
        assertThat(viewing.in(Window.ALL).seconds()).isEqualTo(2);
        assertThat(viewing.days()).containsExactly(total(15, 2, 1));
    }

    @Nested
    class today {

        private final ZoneTimeline flight = ZoneTimeline.of(List.of(
                new ZoneChange(Instant.EPOCH, ZoneId.of("Asia/Tokyo")),
                new ZoneChange(NOON.plusSeconds(7_200), ZoneId.of("America/Los_Angeles"))));

        @Test
        void is_the_local_day_of_now() {
            assertThat(viewing(ZoneTimeline.UTC, NOON).today()).isEqualTo("2024-05-15");
            assertThat(viewing(flight, NOON.plusSeconds(3 * 3_600 - 1)).today()).isEqualTo("2024-05-15");
            assertThat(viewing(ZoneTimeline.ofFixedZone(ZoneId.of("Asia/Tokyo")), NOON.plusSeconds(3 * 3_600))
                            .today())
                    .isEqualTo("2024-05-16");
        }

        @Test
        void is_not_set_back_by_a_flight_to_the_west_once_something_was_watched() {
            ZoneTimeline late = ZoneTimeline.of(List.of(
                    new ZoneChange(Instant.EPOCH, ZoneId.of("Asia/Tokyo")),
                    new ZoneChange(NOON.plusSeconds(4 * 3_600), ZoneId.of("America/Los_Angeles"))));
            Instant landed = NOON.plusSeconds(5 * 3_600);
            assertThat(viewing(late, landed).today()).isEqualTo("2024-05-15");
            watch(NOON.plusSeconds(3 * 3_600), 60);
            assertThat(viewing(late, landed).today()).isEqualTo("2024-05-16");
            assertThat(viewing(late, landed).running(WindowKind.WEEK).asOf()).isEqualTo("2024-05-16");
        }

        @Test
        void is_not_moved_by_facts_ahead_of_now() {
            watch(NOON.plusSeconds(86_400), 60);
            facts.watchOn(TODAY + 1, FILM, 60, Completed.NO);
            assertThat(viewing(ZoneTimeline.UTC, NOON).today()).isEqualTo("2024-05-15");
            assertThat(viewing(ZoneTimeline.UTC, Instant.parse("2024-05-16T00:00:00Z"))
                            .today())
                    .isEqualTo("2024-05-16");
        }
    }

    @Nested
    class a_comparison {

        private final Instant takeoff = Instant.parse("2024-05-15T15:30:00Z");
        private final ZoneTimeline flight = ZoneTimeline.of(List.of(
                new ZoneChange(Instant.EPOCH, ZoneId.of("Asia/Tokyo")),
                new ZoneChange(takeoff.plusSeconds(3_600), ZoneId.of("America/Los_Angeles"))));

        private long previousSeconds(ZoneTimeline zones, String now) {
            PeriodComparison comparison =
                    viewing(zones, Instant.parse(now)).running(WindowKind.WEEK).comparison();
            return Objects.requireNonNull(comparison).previousSeconds();
        }

        @Test
        void is_cut_at_the_clock_of_a_fact_of_this_instant() {
            // At 00:30 on the 16th in Tokyo something was watched; a second later the viewer landed, where it is the
            // 15th.
            ZoneTimeline zones = ZoneTimeline.of(List.of(
                    new ZoneChange(Instant.EPOCH, ZoneId.of("Asia/Tokyo")),
                    new ZoneChange(takeoff.plusSeconds(1), ZoneId.of("America/Los_Angeles"))));
            watch(takeoff, 60);
            watch(Instant.parse("2024-05-08T15:30:00Z"), 100);
            watch(Instant.parse("2024-05-08T15:30:01Z"), 1_000);
            ViewingTime week = viewing(zones, takeoff.plusSeconds(60)).running(WindowKind.WEEK);
            assertThat(week.comparison()).isEqualTo(new PeriodComparison(100, -40, new BigDecimal("-40.00")));
        }

        @Test
        void stays_where_it_was_when_the_viewer_lands_in_the_west_without_having_watched() {
            watch(Instant.parse("2024-05-08T16:29:59Z"), 100);
            watch(Instant.parse("2024-05-08T16:30:00Z"), 1_000);
            assertThat(previousSeconds(flight, "2024-05-15T16:29:58Z")).isZero();
            assertThat(previousSeconds(flight, "2024-05-15T16:29:59Z")).isEqualTo(100);
            assertThat(previousSeconds(flight, "2024-05-15T16:30:00Z")).isEqualTo(100);
            assertThat(previousSeconds(flight, "2024-05-16T08:29:59Z")).isEqualTo(100);
            assertThat(previousSeconds(flight, "2024-05-16T08:30:00Z")).isEqualTo(1_100);
            assertThat(viewing(flight, Instant.parse("2024-05-15T16:30:00Z")).today())
                    .isEqualTo("2024-05-15");
        }

        @Test
        void stays_where_it_was_in_an_hour_that_is_shown_twice() {
            ZoneTimeline berlin = ZoneTimeline.ofFixedZone(ZoneId.of("Europe/Berlin"));
            watch(Instant.parse("2024-10-20T00:50:00Z"), 100);
            watch(Instant.parse("2024-10-20T01:00:00Z"), 1_000);
            assertThat(previousSeconds(berlin, "2024-10-27T00:49:59Z")).isZero();
            assertThat(previousSeconds(berlin, "2024-10-27T00:50:00Z")).isEqualTo(100);
            assertThat(previousSeconds(berlin, "2024-10-27T01:10:00Z")).isEqualTo(100);
            assertThat(previousSeconds(berlin, "2024-10-27T01:59:59Z")).isEqualTo(100);
            assertThat(previousSeconds(berlin, "2024-10-27T02:00:00Z")).isEqualTo(1_100);
        }
    }
}
