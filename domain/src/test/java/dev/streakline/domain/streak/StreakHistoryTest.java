package dev.streakline.domain.streak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.LocalDayClock;
import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.calendar.ZoneTimeline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are days of May 2024, at noon in UTC unless stated otherwise. */
class StreakHistoryTest {

    private static final LocalDayClock UTC = LocalDayClock.of(ZoneTimeline.UTC, DayStart.MIDNIGHT);
    private static final StreakPolicy FREEZES = new StreakPolicy(0, 2, 2);

    private static LocalDate may(int day) {
        return LocalDate.of(2024, 4, 30).plusDays(day);
    }

    private static Instant noon(int day) {
        return Instant.parse("2024-04-30T12:00:00Z").plusSeconds(day * 86_400L);
    }

    private static Instant midnight(int day) {
        return noon(day).minusSeconds(43_200);
    }

    private static int day(int mayDay) {
        return (int) may(mayDay).toEpochDay();
    }

    private static ActivityCalendar days(int... mayDays) {
        return ActivityCalendar.of(
                Arrays.stream(mayDays).mapToObj(StreakHistoryTest::may).toList());
    }

    private static StreakHistory streaks(StreakPolicy policy, ActivityCalendar qualified, ActivityCalendar paused) {
        @Nullable LocalDate last = qualified.isEmpty() ? null : LocalDate.ofEpochDay(qualified.last());
        return new StreakHistory(policy, UTC, qualified, last, paused, LatestDay.NONE);
    }

    private static StreakHistory of(int... mayDays) {
        return streaks(StreakPolicy.DEFAULT, days(mayDays), ActivityCalendar.EMPTY);
    }

    private static Run run(int first, int last, int length) {
        return new Run(day(first), day(last), length);
    }

    @Nested
    class without_bridges {

        @ParameterizedTest
        @CsvSource({
            "1, ACTIVE, 1, 2024-05-03T00:00:00Z",
            "2, ACTIVE, 2, 2024-05-04T00:00:00Z",
            "3, ACTIVE, 3, 2024-05-05T00:00:00Z",
            "4, AT_RISK, 3, 2024-05-05T00:00:00Z",
            "5, BROKEN, 0, "
        })
        void a_missed_complete_day_breaks_the_streak_and_today_never_does(
                int today, StreakState state, int current, @Nullable Instant expiresAt) {
            int known = Math.min(today, 3);
            int[] watched = {1, 2, 3};
            Streak streak = of(Arrays.copyOf(watched, known)).at(noon(today));
            assertThat(streak)
                    .isEqualTo(new Streak(
                            state,
                            current,
                            current == 0 ? null : may(1),
                            run(1, known, known),
                            may(known),
                            expiresAt,
                            0));
        }

        @Test
        void nothing_was_ever_there_before_the_first_day() {
            assertThat(of().at(noon(3))).isEqualTo(new Streak(StreakState.NONE, 0, null, null, null, null, 0));
            assertThat(of(5).at(noon(4)).state()).isEqualTo(StreakState.NONE);
            assertThat(of(5).at(noon(5)).state()).isEqualTo(StreakState.ACTIVE);
        }

        @Test
        void the_last_microsecond_of_the_day_after_still_saves_it() {
            StreakHistory streaks = of(1, 2, 3);
            assertThat(streaks.at(midnight(5).minusNanos(1_000)).state()).isEqualTo(StreakState.AT_RISK);
            assertThat(streaks.at(midnight(5)).state()).isEqualTo(StreakState.BROKEN);
        }

        @Test
        void of_equally_long_streaks_the_later_is_the_longest() {
            assertThat(of(1, 2, 5, 6).longest()).contains(run(5, 6, 2));
            assertThat(of(1, 2, 3, 5, 6).longest()).contains(run(1, 3, 3));
            assertThat(of().longest()).isEmpty();
            assertThat(of(1, 2).qualified()).isEqualTo(days(1, 2));
        }

        @Test
        void a_streak_lives_today_and_tomorrow() {
            assertThat(of(1, 2).currentRun(noon(2))).contains(run(1, 2, 2));
            assertThat(of(1, 2).currentRun(noon(3))).contains(run(1, 2, 2));
            assertThat(of(1, 2).currentRun(noon(4))).isEmpty();
        }

        @Test
        void the_last_day_watched_need_not_have_qualified() {
            StreakHistory streaks = new StreakHistory(
                    StreakPolicy.DEFAULT, UTC, days(1), may(4), ActivityCalendar.EMPTY, LatestDay.NONE);
            assertThat(streaks.at(noon(2)).lastWatched()).isEqualTo(may(4));
        }
    }

    @Nested
    class with_a_pause {

        private final StreakHistory streaks = streaks(StreakPolicy.DEFAULT, days(1, 2, 6), days(4, 5, 9, 10));

        @ParameterizedTest
        @CsvSource({
            "1, ACTIVE, 1",
            "2, ACTIVE, 2",
            "3, AT_RISK, 2",
            "4, BROKEN, 0",
            "6, ACTIVE, 1",
            "7, AT_RISK, 1",
            "8, BROKEN, 0",
            "9, BROKEN, 0"
        })
        void a_pause_never_revives_what_was_broken_before_it(int today, StreakState state, int current) {
            assertThat(streaks.at(noon(today)).state()).isEqualTo(state);
            assertThat(streaks.at(noon(today)).current()).isEqualTo(current);
        }

        @ParameterizedTest
        @CsvSource({
            "2, ACTIVE, 2, 2024-05-06T00:00:00Z",
            "3, PAUSED, 2, 2024-05-06T00:00:00Z",
            "4, PAUSED, 2, 2024-05-06T00:00:00Z",
            "5, AT_RISK, 2, 2024-05-06T00:00:00Z",
            "6, BROKEN, 0, "
        })
        void a_pause_protects_a_living_streak(int today, StreakState state, int current, @Nullable Instant expiresAt) {
            Streak streak =
                    streaks(StreakPolicy.DEFAULT, days(1, 2), days(3, 4)).at(noon(today));
            assertThat(streak.state()).isEqualTo(state);
            assertThat(streak.current()).isEqualTo(current);
            assertThat(streak.expiresAt()).isEqualTo(expiresAt);
        }

        @Test
        void paused_days_join_and_never_add_and_watched_ones_count() {
            StreakHistory bridged = streaks(StreakPolicy.DEFAULT, days(1, 2, 4, 6), days(3, 4, 5));
            assertThat(bridged.at(noon(6)).current()).isEqualTo(4);
            assertThat(bridged.at(noon(6)).start()).isEqualTo(may(1));
            assertThat(bridged.at(noon(4)).state()).isEqualTo(StreakState.ACTIVE);
            assertThat(bridged.longest()).contains(run(1, 6, 4));
        }
    }

    @Nested
    class with_freezes {

        private final StreakHistory streaks = streaks(FREEZES, days(1, 2, 3, 4), ActivityCalendar.EMPTY);

        @ParameterizedTest
        @CsvSource({
            "4, ACTIVE, 4, 2, 2024-05-06T00:00:00Z",
            "5, AT_RISK, 4, 2, 2024-05-06T00:00:00Z",
            "6, FROZEN, 4, 1, 2024-05-07T00:00:00Z",
            "7, FROZEN, 4, 0, 2024-05-08T00:00:00Z",
            "8, BROKEN, 0, 2, "
        })
        void a_token_is_spent_on_each_missed_day_and_none_on_a_gap_too_long(
                int today, StreakState state, int current, int freezes, @Nullable Instant expiresAt) {
            Streak streak = streaks.at(noon(today));
            assertThat(streak.state()).isEqualTo(state);
            assertThat(streak.current()).isEqualTo(current);
            assertThat(streak.freezes()).isEqualTo(freezes);
            assertThat(streak.expiresAt()).isEqualTo(expiresAt);
            assertThat(streak.start()).isEqualTo(current == 0 ? null : may(1));
        }

        @Test
        void a_late_fact_gives_the_token_back() {
            assertThat(streaks(FREEZES, days(1, 2, 4), ActivityCalendar.EMPTY)
                            .at(noon(4))
                            .freezes())
                    .isZero();
            assertThat(streaks(FREEZES, days(1, 2, 3, 4), ActivityCalendar.EMPTY)
                            .at(noon(4))
                            .freezes())
                    .isEqualTo(2);
        }

        @Test
        void the_longest_streak_passes_over_frozen_days() {
            StreakHistory gap = streaks(FREEZES, days(1, 2, 4, 9), ActivityCalendar.EMPTY);
            assertThat(gap.longest()).contains(run(1, 4, 3));
            assertThat(gap.currentRun(noon(4))).contains(run(1, 4, 3));
        }

        @Test
        void a_paused_day_spends_no_token() {
            Streak streak = streaks(FREEZES, days(1, 2), days(3)).at(noon(5));
            assertThat(streak.state()).isEqualTo(StreakState.FROZEN);
            assertThat(streak.freezes()).isZero();
            assertThat(streak.current()).isEqualTo(2);
            assertThat(streaks(FREEZES, days(1, 2), days(3)).at(noon(4)).freezes())
                    .isEqualTo(1);
        }

        @Test
        void today_in_a_pause_is_paused_even_after_a_frozen_yesterday() {
            assertThat(streaks(FREEZES, days(1, 2), days(4)).at(noon(4)).state())
                    .isEqualTo(StreakState.PAUSED);
        }
    }

    @Nested
    class after_a_flight_to_the_west {

        private final LatestDay.LatestDayTally seen = new LatestDay.LatestDayTally();

        @Test
        void today_is_never_earlier_than_a_fact_up_to_now() {
            seen.add(EpochMicros.of(noon(3)), day(4));
            StreakHistory streaks = new StreakHistory(
                    StreakPolicy.DEFAULT, UTC, days(3, 4), may(4), ActivityCalendar.EMPTY, seen.latest());
            assertThat(streaks.todayAt(noon(3).minusNanos(1_000))).isEqualTo(may(3));
            assertThat(streaks.todayAt(noon(3))).isEqualTo(may(4));
            assertThat(streaks.todayAt(noon(4))).isEqualTo(may(4));
            assertThat(streaks.todayAt(noon(5))).isEqualTo(may(5));
            assertThat(streaks.at(noon(3)).current()).isEqualTo(2);
        }

        @Test
        void a_date_that_the_zone_left_out_cannot_be_missed() {
            LocalDayClock apia =
                    LocalDayClock.of(ZoneTimeline.ofFixedZone(ZoneId.of("Pacific/Apia")), DayStart.MIDNIGHT);
            LocalDate before = LocalDate.of(2011, 12, 29);
            StreakHistory streaks = new StreakHistory(
                    StreakPolicy.DEFAULT,
                    apia,
                    ActivityCalendar.of(List.of(before)),
                    before,
                    ActivityCalendar.EMPTY,
                    LatestDay.NONE);
            Streak streak = streaks.at(Instant.parse("2011-12-30T12:00:00Z"));
            assertThat(streak.state()).isEqualTo(StreakState.AT_RISK);
            assertThat(streak.current()).isEqualTo(1);
            assertThat(streak.expiresAt()).isEqualTo("2011-12-31T10:00:00Z");
        }
    }

    @Nested
    class when_nothing_more_is_watched {

        @ParameterizedTest
        @CsvSource({
            "2024-05-01T12:00:00Z, 2024-05-02T00:00:00Z",
            "2024-05-03T12:00:00Z, 2024-05-04T00:00:00Z",
            "2024-05-03T23:59:59.999999Z, 2024-05-04T00:00:00Z",
            "2024-05-04T00:00:00Z, 2024-05-05T00:00:00Z",
            "2024-05-04T12:00:00Z, 2024-05-05T00:00:00Z",
            "2024-05-05T00:00:00Z, "
        })
        void the_streak_is_next_at_risk_then_broken_then_nothing(Instant now, @Nullable Instant change) {
            assertThat(of(1, 2, 3).nextChangeAt(now)).isEqualTo(Optional.ofNullable(change));
        }

        @Test
        void a_viewer_without_days_never_changes() {
            assertThat(of().nextChangeAt(noon(1))).isEmpty();
        }

        @Test
        void a_day_that_lies_ahead_begins_something() {
            assertThat(of(5).nextChangeAt(noon(1))).contains(midnight(5));
            assertThat(of(1, 9).nextChangeAt(noon(4))).contains(midnight(9));
        }

        @Test
        void each_spent_token_is_a_change() {
            StreakHistory streaks = streaks(FREEZES, days(1, 2, 3, 4), ActivityCalendar.EMPTY);
            assertThat(streaks.nextChangeAt(noon(5))).contains(midnight(6));
            assertThat(streaks.nextChangeAt(noon(6))).contains(midnight(7));
            assertThat(streaks.nextChangeAt(noon(7))).contains(midnight(8));
            assertThat(streaks.nextChangeAt(noon(8))).isEmpty();
        }

        @Test
        void within_a_pause_the_end_of_it_is_the_next_change() {
            StreakHistory streaks =
                    streaks(StreakPolicy.DEFAULT, days(1, 2), ActivityCalendar.rangeClosed(day(3), day(8)));
            assertThat(streaks.nextChangeAt(noon(2))).contains(midnight(3));
            assertThat(streaks.nextChangeAt(noon(3))).contains(midnight(9));
            assertThat(streaks.nextChangeAt(noon(9))).contains(midnight(10));
            assertThat(streaks.nextChangeAt(noon(10))).isEmpty();
        }

        @Test
        void an_old_pause_changes_nothing() {
            StreakHistory streaks = streaks(StreakPolicy.DEFAULT, days(1, 6), days(3));
            assertThat(streaks.nextChangeAt(noon(7))).contains(midnight(8));
            assertThat(streaks.nextChangeAt(noon(8))).isEmpty();
        }
    }

    @Test
    void two_viewers_have_equal_streaks_only_when_everything_they_depend_on_is() {
        StreakHistory streaks = of(1, 2);
        LocalDayClock tokyo = LocalDayClock.of(ZoneTimeline.ofFixedZone(ZoneId.of("Asia/Tokyo")), DayStart.MIDNIGHT);
        LatestDay seen = LatestDay.of(new long[] {1}, new int[] {1});
        ActivityCalendar none = ActivityCalendar.EMPTY;
        assertThat(of(1, 2)).isEqualTo(streaks).hasSameHashCodeAs(streaks);
        assertThat(List.of(
                        of(1, 3),
                        streaks(FREEZES, days(1, 2), none),
                        streaks(StreakPolicy.DEFAULT, days(1, 2), days(3)),
                        new StreakHistory(StreakPolicy.DEFAULT, tokyo, days(1, 2), may(2), none, LatestDay.NONE),
                        new StreakHistory(StreakPolicy.DEFAULT, UTC, days(1, 2), may(3), none, LatestDay.NONE),
                        new StreakHistory(StreakPolicy.DEFAULT, UTC, days(1, 2), may(2), none, seen)))
                .doesNotContain(streaks);
        assertThat(streaks.zones()).isEqualTo(ZoneTimeline.UTC);
    }

    @Nested
    class over_other_days_of_the_same_viewer {

        private final LatestDay seen = LatestDay.of(new long[] {EpochMicros.of(noon(5))}, new int[] {day(6)});
        private final StreakHistory viewer =
                new StreakHistory(new StreakPolicy(600, 3, 1), UTC, days(1, 2), may(2), days(4), seen);

        @Test
        void pauses_and_today_are_the_same_and_freezes_do_not_apply() {
            StreakHistory other = viewer.forActivity(days(3, 5, 7));
            assertThat(other)
                    .isEqualTo(new StreakHistory(StreakPolicy.DEFAULT, UTC, days(3, 5, 7), may(7), days(4), seen));
            assertThat(other.currentRun(noon(5))).contains(run(3, 5, 2));
            assertThat(other.todayAt(noon(5))).isEqualTo(may(6));
            assertThat(other.currentRun(noon(7))).contains(run(7, 7, 1));
            assertThat(viewer.forActivity(ActivityCalendar.EMPTY).lastWatched()).isNull();
            assertThat(viewer.days()).isEqualTo(UTC);
        }

        @ParameterizedTest
        @CsvSource({"3, 7", "4, 7", "5, 7", "6, 7", "7, 9", "8, 9"})
        void a_run_breaks_on_the_day_after_the_first_that_is_missed(int today, int breaks) {
            StreakHistory other = viewer.forActivity(days(3, 5, 7));
            assertThat(other.breakDay(day(today))).isEqualTo(day(breaks));
        }

        @ParameterizedTest
        @CsvSource({"1", "2", "9", "10"})
        void where_no_run_lives_none_breaks(int today) {
            assertThat(viewer.forActivity(days(3, 5, 7)).breakDay(day(today))).isEqualTo(Integer.MAX_VALUE);
        }
    }
}
