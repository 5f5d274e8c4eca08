package dev.streakline.domain.streak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.EpochMicros;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatestDayTest {

    private static final long TWO_DAYS = 2 * EpochMicros.PER_DAY;

    private final LatestDay.LatestDayTally tally = new LatestDay.LatestDayTally();

    @Test
    void without_facts_there_is_none() {
        assertThat(tally.latest()).isSameAs(LatestDay.NONE);
        assertThat(LatestDay.NONE.upTo(Long.MAX_VALUE)).isEqualTo(Integer.MIN_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"99, -2147483648", "100, 7", "109, 7", "110, 8", "111, 8", "119, 8", "120, 9", "500, 9"})
    void a_day_counts_from_the_instant_of_its_fact_on(long at, int day) {
        tally.add(100, 7);
        tally.add(110, 8);
        tally.add(120, 9);
        assertThat(tally.latest().upTo(at)).isEqualTo(day);
    }

    @Test
    void only_a_later_day_is_a_rise() {
        tally.add(100, 7);
        tally.add(105, 7);
        tally.add(110, 8);
        tally.add(115, 5);
        assertThat(tally.latest()).isEqualTo(LatestDay.of(new long[] {100, 110}, new int[] {7, 8}));
    }

    @ParameterizedTest
    @CsvSource({"7, 8", "8, 7"})
    void of_the_days_of_one_instant_only_the_latest_is_a_rise_in_any_order(int one, int other) {
        tally.add(50, 6);
        tally.add(100, one);
        tally.add(100, other);
        assertThat(tally.latest()).isEqualTo(LatestDay.of(new long[] {50, 100}, new int[] {6, 8}));
    }

    @Test
    void the_first_day_may_lie_before_1970() {
        tally.add(-5, -3);
        assertThat(tally.latest()).isEqualTo(LatestDay.of(new long[] {-5}, new int[] {-3}));
    }

    @Test
    void of_rises_more_than_two_days_before_the_last_one_only_the_latest_is_kept() {
        tally.add(1, 1);
        tally.add(2, 2);
        tally.add(3, 3);
        tally.add(TWO_DAYS + 3, 4);
        assertThat(tally.latest().increasedAt()).containsExactly(2, 3, TWO_DAYS + 3);
        tally.add(TWO_DAYS + 4, 5);
        assertThat(tally.latest().increasedAt()).containsExactly(3, TWO_DAYS + 3, TWO_DAYS + 4);
        assertThat(tally.latest().days()).containsExactly(3, 4, 5);
        assertThat(tally.latest().upTo(TWO_DAYS)).isEqualTo(3);
    }

    @Test
    void after_a_long_silence_the_last_rise_before_it_is_kept() {
        tally.add(1, 1);
        tally.add(2, 2);
        tally.add(10 * TWO_DAYS, 3);
        assertThat(tally.latest()).isEqualTo(LatestDay.of(new long[] {2, 10 * TWO_DAYS}, new int[] {2, 3}));
        tally.add(20 * TWO_DAYS, 4);
        assertThat(tally.latest().days()).containsExactly(3, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9, 16, 17, 100})
    void any_number_of_rises_within_two_days_is_kept(int rises) {
        for (int day = 0; day < rises; day++) {
            tally.add(day, day);
        }
        assertThat(tally.latest().increasedAt()).hasSize(rises);
        for (int day = 0; day < rises; day++) {
            assertThat(tally.latest().upTo(day)).isEqualTo(day);
        }
    }

    @Test
    void a_life_of_many_days_leaves_the_last_days() {
        for (int day = 0; day < 1_000; day++) {
            tally.add(day * EpochMicros.PER_DAY, day);
        }
        assertThat(tally.latest().days()).containsExactly(996, 997, 998, 999);
    }

    @Test
    void is_equal_when_it_rose_to_the_same_days_at_the_same_instants() {
        LatestDay latest = LatestDay.of(new long[] {1}, new int[] {2});
        assertThat(LatestDay.of(latest.increasedAt(), latest.days()))
                .isEqualTo(latest)
                .hasSameHashCodeAs(latest);
        assertThat(LatestDay.of(new long[] {1}, new int[] {3})).isNotEqualTo(latest);
        assertThat(LatestDay.of(new long[] {2}, new int[] {2})).isNotEqualTo(latest);
        assertThat(LatestDay.NONE).isNotEqualTo(latest);
    }

    @Test
    void its_returned_arrays_cannot_change_it() {
        LatestDay latest = LatestDay.of(new long[] {1}, new int[] {2});
        latest.increasedAt()[0] = 5;
        latest.days()[0] = 5;
        assertThat(latest).isEqualTo(LatestDay.of(new long[] {1}, new int[] {2}));
    }
}
