package dev.streakline.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days at the borders of the words of 64 that a calendar is made of. */
class ActivityCalendarEdgesTest {

    private static ActivityCalendar days(int... days) {
        ActivityCalendar.Builder builder = new ActivityCalendar.Builder();
        for (int day : days) {
            builder.add(day);
        }
        return builder.build();
    }

    private static List<Integer> list(ActivityCalendar calendar) {
        List<Integer> list = new ArrayList<>();
        calendar.forEach(list::add);
        return list;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 191, 3",
        "1, 191, 2",
        "0, 190, 2",
        "63, 64, 1",
        "64, 64, 1",
        "65, 190, 0",
        "-500, 500, 3",
        "-500, -1, 0",
        "192, 500, 0",
        "64, 63, 0",
        "0, 0, 1",
        "191, 191, 1"
    })
    void counts_from_the_first_to_the_last_inclusive(int first, int last, int count) {
        assertThat(days(0, 64, 191).countBetween(first, last)).isEqualTo(count);
        assertThat(days(0, 64, 191).subsetClosed(first, last).size()).isEqualTo(count);
        assertThat(ActivityCalendar.EMPTY.countBetween(first, last)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, -2147483648", "0, 0", "63, 0", "64, 64", "65, 64", "190, 64", "191, 191", "192, 191", "100000, 191"
    })
    void the_last_day_up_to_a_day_may_be_words_away(int day, int last) {
        assertThat(days(0, 64, 191).floor(day)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "-100000, 1",
        "0, 1",
        "1, 1",
        "2, 64",
        "64, 64",
        "65, 191",
        "191, 191",
        "192, 2147483647",
        "100000, 2147483647"
    })
    void the_first_day_from_a_day_may_be_words_away(int day, int first) {
        assertThat(days(1, 64, 191).ceiling(day)).isEqualTo(first);
        assertThat(ActivityCalendar.EMPTY.ceiling(day)).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"-1, -1", "0, 128", "63, 128", "64, 128", "127, 128", "128, 128", "500, 500"})
    void the_first_missing_day_may_be_words_away(int day, int missing) {
        assertThat(ActivityCalendar.rangeClosed(0, 127).nextAbsent(day)).isEqualTo(missing);
    }

    @Test
    void either_is_both_where_they_lie_apart() {
        ActivityCalendar early = days(-200, -129);
        ActivityCalendar late = days(64, 300);
        assertThat(list(early.union(late))).containsExactly(-200, -129, 64, 300);
        assertThat(late.union(early)).isEqualTo(early.union(late));
        assertThat(early.union(ActivityCalendar.EMPTY)).isEqualTo(early);
        assertThat(ActivityCalendar.EMPTY.union(late)).isEqualTo(late);
    }

    @Test
    void calendars_meet_only_on_a_common_day() {
        assertThat(days(0, 64).intersects(days(1, 65))).isFalse();
        assertThat(days(0, 64).intersects(days(64))).isTrue();
        assertThat(days(64).intersects(days(0, 64))).isTrue();
        assertThat(days(64).intersects(days(0, 500))).isFalse();
    }

    @Test
    void calendars_are_equal_by_their_days_and_nothing_else() {
        assertThat(days(3, 130)).isEqualTo(days(130, 3)).hasSameHashCodeAs(days(130, 3));
        assertThat(days(3)).isNotEqualTo(days(67)).isNotEqualTo(days(3, 4));
        assertThat(days(3).hashCode()).isNotEqualTo(days(67).hashCode());
        assertThat(days(3).hashCode()).isNotEqualTo(days(4).hashCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {-65, -64, -63, -1, 0, 1, 62, 63, 64, 65})
    void a_run_is_found_whole_wherever_it_begins(int first) {
        for (int length : new int[] {1, 2, 5, 62, 63, 64, 65, 66, 127, 128, 129, 193}) {
            ActivityCalendar run = ActivityCalendar.rangeClosed(first, first + length - 1);
            ActivityCalendar calendar = run.union(days(first - 3, first + length + 1, first + length + 200));
            Run expected = new Run(first, first + length - 1, length);
            assertThat(calendar.longestRun())
                    .isEqualTo(Optional.of(
                            length == 1 ? new Run(first + length + 200, first + length + 200, 1) : expected));
            assertThat(calendar.runEndingAt(first + length - 1, ActivityCalendar.EMPTY))
                    .contains(expected);
            assertThat(calendar.runEndingAt(first + length, ActivityCalendar.EMPTY))
                    .isEmpty();
        }
    }

    @Test
    void of_two_runs_in_one_word_the_longer_wins_and_of_equal_ones_the_later() {
        assertThat(days(1, 2, 3, 10, 11).longestRun()).contains(new Run(1, 3, 3));
        assertThat(days(1, 2, 10, 11, 12).longestRun()).contains(new Run(10, 12, 3));
        assertThat(days(1, 2, 10, 11, 40, 41).longestRun()).contains(new Run(40, 41, 2));
        assertThat(days(1, 2, 3, 62, 63, 64, 65).longestRun()).contains(new Run(62, 65, 4));
    }

    @Test
    void a_run_over_bridges_begins_and_ends_with_days_that_count() {
        ActivityCalendar days = days(10, 12, 100);
        ActivityCalendar bridges =
                ActivityCalendar.rangeClosed(5, 9).union(days(11)).union(ActivityCalendar.rangeClosed(13, 98));
        assertThat(days.longestRun(bridges)).contains(new Run(10, 12, 2));
        assertThat(days.runEndingAt(98, bridges)).contains(new Run(10, 12, 2));
        assertThat(days.runEndingAt(99, bridges)).isEmpty();
        assertThat(days.runEndingAt(100, bridges)).contains(new Run(100, 100, 1));
        assertThat(days.runEndingAt(9, bridges)).isEmpty();
        assertThat(days.longestRun(bridges.union(days(99)))).contains(new Run(10, 100, 3));
    }

    @Test
    void a_builder_takes_days_in_any_order_far_apart() {
        ActivityCalendar.Builder builder = new ActivityCalendar.Builder();
        List<Integer> expected = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            builder.add(step * 97);
            builder.add(-step * 131 - 1);
            assertThat(builder.contains(step * 97)).isTrue();
            assertThat(builder.contains(step * 97 + 1)).isFalse();
            expected.add(step * 97);
            expected.add(-step * 131 - 1);
        }
        expected.sort(null);
        assertThat(list(builder.snapshot())).isEqualTo(expected);
        builder.clear();
        builder.add(1_000);
        assertThat(builder.contains(999)).isFalse();
        assertThat(builder.contains(-1)).isFalse();
        assertThat(list(builder.build())).containsExactly(1_000);
    }
}
