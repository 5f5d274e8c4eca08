package dev.streakline.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivityCalendarTest {

    private static ActivityCalendar calendar(Iterable<Integer> days) {
        ActivityCalendar.Builder builder = new ActivityCalendar.Builder();
        days.forEach(builder::add);
        return builder.build();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agrees_with_a_set_of_days(long seed) {
        Random random = new Random(seed);
        int base = random.nextInt(40_000) - 20_000;
        int span = 1 + random.nextInt(400);
        NavigableSet<Integer> days = some(random, base, span, random.nextDouble());
        NavigableSet<Integer> others = some(random, base, span, random.nextDouble() / 3);
        ActivityCalendar calendar = calendar(days.descendingSet());
        ActivityCalendar bridges = calendar(others);
        assertThat(calendar).isEqualTo(calendar(days)).hasSameHashCodeAs(calendar(days));
        assertThat(calendar.size()).isEqualTo(days.size());
        assertThat(list(calendar)).isEqualTo(List.copyOf(days));
        assertThat(list(calendar.union(bridges))).isEqualTo(List.copyOf(union(days, others)));
        assertThat(calendar.longestRun()).isEqualTo(longest(days, Set.of()));
        assertThat(calendar.longestRun(bridges)).isEqualTo(longest(days, others));
        assertThat(calendar.intersects(bridges)).isEqualTo(days.stream().anyMatch(others::contains));
        for (int i = 0; i < 50; i++) {
            int day = base - 70 + random.nextInt(span + 140);
            int end = day - 10 + random.nextInt(150);
            assertThat(calendar.contains(day)).isEqualTo(days.contains(day));
            assertThat(calendar.countBetween(day, end)).isEqualTo((int)
                    days.stream().filter(each -> each >= day && each <= end).count());
            assertThat(list(calendar.subsetClosed(day, end)))
                    .isEqualTo(days.stream()
                            .filter(each -> each >= day && each <= end)
                            .toList());
            assertThat(calendar.floor(day))
                    .isEqualTo(Optional.ofNullable(days.floor(day)).orElse(Integer.MIN_VALUE));
            assertThat(calendar.nextAbsent(day))
                    .isEqualTo(IntStream.iterate(day, each -> each + 1)
                            .filter(each -> !days.contains(each))
                            .findFirst()
                            .getAsInt());
            assertThat(calendar.runEndingAt(day, bridges)).isEqualTo(ending(day, days, others));
            assertThat(calendar.runEndingAt(day, ActivityCalendar.EMPTY)).isEqualTo(ending(day, days, Set.of()));
        }
    }

    private static NavigableSet<Integer> some(Random random, int base, int span, double density) {
        NavigableSet<Integer> days = new TreeSet<>();
        boolean on = false;
        for (int day = base; day < base + span; day++) {
            on = random.nextInt(8) == 0 ? random.nextDouble() < density : on;
            if (on ? random.nextInt(40) > 0 : random.nextDouble() < density / 4) {
                days.add(day);
            }
        }
        return days;
    }

    private static List<Integer> list(ActivityCalendar calendar) {
        List<Integer> days = new ArrayList<>();
        calendar.forEach(days::add);
        return days;
    }

    private static Set<Integer> union(Set<Integer> a, Set<Integer> b) {
        Set<Integer> union = new TreeSet<>(a);
        union.addAll(b);
        return union;
    }

    private static Optional<Run> longest(Set<Integer> days, Set<Integer> bridges) {
        Optional<Run> longest = Optional.empty();
        for (int day : days) {
            Optional<Run> run = ending(day, days, bridges);
            if (longest.isEmpty() || run.orElseThrow().length() >= longest.get().length()) {
                longest = run;
            }
        }
        return longest;
    }

    private static Optional<Run> ending(int day, Set<Integer> days, Set<Integer> bridges) {
        List<Integer> run = new ArrayList<>();
        for (int each = day; days.contains(each) || bridges.contains(each); each--) {
            if (days.contains(each)) {
                run.add(0, each);
            }
        }
        return run.isEmpty() ? Optional.empty() : Optional.of(new Run(run.get(0), run.get(run.size() - 1), run.size()));
    }

    @Test
    void nothing_is_in_an_empty_calendar() {
        ActivityCalendar empty = ActivityCalendar.of(new HashSet<>());
        assertThat(empty).isEqualTo(ActivityCalendar.EMPTY).hasToString("no days");
        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.size()).isZero();
        assertThat(empty.longestRun()).isEmpty();
        assertThat(empty.longestRun(ActivityCalendar.rangeClosed(1, 5))).isEmpty();
        assertThat(empty.runEndingAt(3, ActivityCalendar.rangeClosed(1, 5))).isEmpty();
        assertThat(empty.floor(0)).isEqualTo(Integer.MIN_VALUE);
        assertThatThrownBy(empty::first).hasMessageContaining("isEmpty()");
        assertThatThrownBy(empty::last).hasMessageContaining("isEmpty()");
    }

    @Test
    void closed_spans_hold_both_ends_over_word_borders() {
        for (int first : new int[] {-65, -64, -1, 0, 1, 63, 64}) {
            for (int length : new int[] {1, 2, 63, 64, 65, 128, 129}) {
                ActivityCalendar span = ActivityCalendar.rangeClosed(first, first + length - 1);
                assertThat(list(span))
                        .isEqualTo(
                                IntStream.range(first, first + length).boxed().toList());
                assertThat(span.first()).isEqualTo(first);
                assertThat(span.last()).isEqualTo(first + length - 1);
                assertThat(span.longestRun()).contains(new Run(first, first + length - 1, length));
            }
        }
        assertThat(ActivityCalendar.rangeClosed(5, 4)).isSameAs(ActivityCalendar.EMPTY);
    }

    @Test
    void of_equally_long_runs_the_later_is_the_longest() {
        assertThat(calendar(List.of(1, 2, 5, 6)).longestRun()).contains(new Run(5, 6, 2));
        assertThat(calendar(List.of(1, 2, 200, 201)).longestRun()).contains(new Run(200, 201, 2));
    }

    @Test
    void bridged_days_join_and_do_not_count() {
        assertThat(calendar(List.of(1, 2, 5)).longestRun(calendar(List.of(3, 4))))
                .contains(new Run(1, 5, 3));
        assertThat(calendar(List.of(1, 2, 6)).longestRun(calendar(List.of(3, 4))))
                .contains(new Run(1, 2, 2));
    }

    @Test
    void dates_are_days_since_1970() {
        ActivityCalendar calendar = ActivityCalendar.of(List.of(LocalDate.of(1969, 12, 31), LocalDate.of(1970, 1, 2)));
        assertThat(calendar.first()).isEqualTo(-1);
        assertThat(calendar.last()).isEqualTo(1);
        assertThat(calendar.contains(LocalDate.of(1969, 12, 31))).isTrue();
        assertThat(calendar.contains(LocalDate.of(1970, 1, 1))).isFalse();
        assertThat(calendar).hasToString("2 days from 1969-12-31 to 1970-01-02");
        assertThat(calendar).isNotEqualTo(ActivityCalendar.rangeClosed(-1, 1)).isNotEqualTo("x");
    }

    @Test
    void a_builder_is_empty_after_it_has_built() {
        ActivityCalendar.Builder builder = new ActivityCalendar.Builder();
        builder.add(1_000);
        builder.add(-30_000);
        assertThat(builder.contains(1_000)).isTrue();
        assertThat(builder.contains(999)).isFalse();
        assertThat(builder.snapshot().size()).isEqualTo(2);
        assertThat(builder.build().size()).isEqualTo(2);
        assertThat(builder.contains(1_000)).isFalse();
        assertThat(builder.snapshot()).isEqualTo(ActivityCalendar.EMPTY);
        builder.add(7);
        assertThat(builder.build()).isEqualTo(ActivityCalendar.rangeClosed(7, 7));
        builder.add(7);
        builder.clear();
        assertThat(builder.build().isEmpty()).isTrue();
    }

    @Test
    void a_run_counts_at_least_one_and_at_most_all_of_its_days() {
        assertThat(new Run(0, 2, 3).start()).isEqualTo("1970-01-01");
        assertThat(new Run(0, 2, 1).end()).isEqualTo("1970-01-03");
        assertThatThrownBy(() -> new Run(0, 2, 0)).hasMessageContaining("but is 0");
        assertThatThrownBy(() -> new Run(0, 2, 4)).hasMessageContaining("but is 4");
    }
}
