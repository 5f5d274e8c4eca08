package dev.streakline.domain.streak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.calendar.LocalDayClock;
import dev.streakline.domain.calendar.ZoneTimeline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTest {

    private static final LocalDayClock UTC = LocalDayClock.of(ZoneTimeline.UTC, DayStart.MIDNIGHT);

    private static LocalDate may(int day) {
        return LocalDate.of(2024, 5, day);
    }

    private static Pause pause(int declared, int from, int to) {
        return new Pause(
                Instant.parse("2024-05-01T12:00:00Z").plusSeconds((declared - 1) * 86_400L), may(from), may(to));
    }

    private static ActivityCalendar paused(int from, int to) {
        return ActivityCalendar.rangeClosed((int) may(from).toEpochDay(), (int) may(to).toEpochDay());
    }

    @Test
    void nothing_declared_pauses_nothing() {
        assertThat(Pauses.of(List.of(), UTC)).isEqualTo(ActivityCalendar.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "8, 10", "9, 10", "10, 11", "11, 12", "15, 16", "19, 20"})
    void a_declaration_protects_the_days_after_the_one_on_which_it_was_made(int declared, int from) {
        assertThat(Pauses.of(List.of(pause(declared, 10, 20)), UTC)).isEqualTo(paused(from, 20));
    }

    @Test
    void a_declaration_on_the_last_day_or_later_forgives_nothing() {
        assertThat(Pauses.of(List.of(pause(20, 10, 20)), UTC)).isEqualTo(ActivityCalendar.EMPTY);
        assertThat(Pauses.of(List.of(pause(25, 10, 20)), UTC)).isEqualTo(ActivityCalendar.EMPTY);
    }

    @Test
    void declared_again_it_ends_early_and_keeps_what_was_protected() {
        assertThat(Pauses.of(List.of(pause(1, 10, 20), pause(15, 10, 14)), UTC)).isEqualTo(paused(10, 14));
        assertThat(Pauses.of(List.of(pause(1, 10, 20), pause(15, 10, 25)), UTC)).isEqualTo(paused(10, 25));
    }

    @Test
    void pauses_are_united_where_they_overlap() {
        assertThat(Pauses.of(List.of(pause(1, 10, 15), pause(2, 14, 20)), UTC)).isEqualTo(paused(10, 20));
        assertThat(Pauses.of(List.of(pause(1, 10, 11), pause(2, 13, 14)), UTC))
                .isEqualTo(paused(10, 11).union(paused(13, 14)));
    }

    @Test
    void the_day_of_the_declaration_is_the_viewers_own() {
        LocalDayClock tokyo = LocalDayClock.of(ZoneTimeline.ofFixedZone(ZoneId.of("Asia/Tokyo")), DayStart.MIDNIGHT);
        Pause lateAtNight = new Pause(Instant.parse("2024-05-09T15:00:00Z"), may(10), may(12));
        assertThat(Pauses.of(List.of(lateAtNight), tokyo)).isEqualTo(paused(11, 12));
        assertThat(Pauses.of(List.of(lateAtNight), UTC)).isEqualTo(paused(10, 12));
    }

    @Nested
    class that_are_united {

        private static Pause of(LocalDate from, int days) {
            return new Pause(Instant.parse("2024-01-01T12:00:00Z"), from, from.plusDays(days - 1));
        }

        private static ActivityCalendar first(int days) {
            int from = (int) may(1).toEpochDay();
            return ActivityCalendar.rangeClosed(from, from + days - 1);
        }

        @ParameterizedTest
        @CsvSource({"40, 40, 51, 91", "40, 40, 52, 92", "40, 40, 53, 92", "92, 92, 92, 92", "60, 30, 60, 90"})
        void last_no_longer_than_the_longest_pause(int length, int nextAfter, int nextLength, int paused) {
            LocalDate next = may(1).plusDays(nextAfter);
            List<Pause> declared = List.of(of(may(1), length), of(next, nextLength));
            assertThat(Pauses.of(declared, UTC)).isEqualTo(first(paused));
            assertThat(Pauses.of(List.of(declared.get(1), declared.get(0)), UTC))
                    .isEqualTo(first(paused));
        }

        @Test
        void are_two_when_a_day_lies_between_them() {
            LocalDate next = may(1).plusDays(93);
            ActivityCalendar both = first(92)
                    .union(ActivityCalendar.rangeClosed((int) next.toEpochDay(), (int) next.toEpochDay() + 91));
            assertThat(Pauses.of(List.of(of(may(1), 92), of(next, 92)), UTC)).isEqualTo(both);
        }

        @Test
        void by_the_ten_thousand_protect_a_streak_for_one_pause_only() {
            List<Pause> declared = IntStream.range(0, 31_615)
                    .mapToObj(i -> of(may(3).plusDays(92L * i), 92))
                    .toList();
            ActivityCalendar paused = Pauses.of(declared, UTC);
            StreakHistory streaks = new StreakHistory(
                    StreakPolicy.DEFAULT,
                    UTC,
                    ActivityCalendar.rangeClosed((int) may(1).toEpochDay(), (int) may(2).toEpochDay()),
                    may(2),
                    paused,
                    LatestDay.NONE);
            assertThat(paused.size()).isEqualTo(92);
            assertThat(streaks.at(Instant.parse("2024-05-03T12:00:00Z")).expiresAt())
                    .isEqualTo("2024-08-04T00:00:00Z");
        }

        @Test
        @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void cost_no_more_when_single_days_part_them_until_the_last_year() {
            List<Pause> declared = IntStream.range(0, 31_000)
                    .mapToObj(i -> of(may(3).plusDays(93L * i), 92))
                    .toList();
            StreakHistory streaks = new StreakHistory(
                    new StreakPolicy(0, 366, 1),
                    UTC,
                    ActivityCalendar.rangeClosed((int) may(1).toEpochDay() - 9_000, (int) may(2).toEpochDay()),
                    may(2),
                    Pauses.of(declared, UTC),
                    LatestDay.NONE);
            Instant noon = Instant.parse("2024-05-03T12:00:00Z");
            assertThat(streaks.nextChangeAt(noon)).contains(Instant.parse("2024-08-03T00:00:00Z"));
            assertThat(streaks.forActivity(
                                    ActivityCalendar.rangeClosed((int) may(1).toEpochDay(), (int) may(2).toEpochDay()))
                            .breakDay((int) may(3).toEpochDay()))
                    .isEqualTo((int) LocalDate.of(2024, 8, 4).toEpochDay());
        }
    }
}
