package dev.streakline.domain.streak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.domain.calendar.ActivityCalendar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreakScanTest {

    /** At most two tokens, one for every second qualified day. */
    private static final StreakPolicy FREEZES = new StreakPolicy(0, 2, 2);

    private static StreakScan walk(StreakPolicy policy, ActivityCalendar bridges, int... days) {
        StreakScan walk = new StreakScan(policy, bridges);
        for (int day : days) {
            walk.qualify(day);
        }
        return walk;
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "6, 0", "7, 1", "13, 1", "14, 2", "20, 2", "21, 2", "28, 2"})
    void every_seventh_day_of_a_life_earns_a_token_up_to_the_cap(int days, int tokens) {
        StreakScan walk = new StreakScan(new StreakPolicy(0, 2, 7), ActivityCalendar.EMPTY);
        for (int day = 0; day < days; day++) {
            walk.qualify(day);
        }
        assertThat(walk.tokens()).isEqualTo(tokens);
        assertThat(walk.longest()).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"5, 5, 2, 0", "6, 5, 1, 1", "7, 5, 0, 2", "8, 4, 2, 0"})
    void a_gap_spends_as_many_tokens_as_days_were_missed(int next, int longest, int tokens, int frozen) {
        StreakScan walk = walk(FREEZES, ActivityCalendar.EMPTY, 1, 2, 3, 4, next);
        assertThat(walk.longest()).isEqualTo(longest);
        assertThat(walk.tokens()).isEqualTo(tokens);
        assertThat(walk.frozen()).isEqualTo(ActivityCalendar.rangeClosed(5, 4 + frozen));
    }

    @Test
    void a_token_earned_by_the_day_after_the_gap_cannot_pay_for_it() {
        StreakScan walk = walk(FREEZES, ActivityCalendar.EMPTY, 1, 3);
        assertThat(walk.longest()).isEqualTo(1);
        assertThat(walk.tokens()).isEqualTo(1);
        assertThat(walk.frozen()).isEqualTo(ActivityCalendar.EMPTY);
    }

    @Test
    void bridged_days_cost_nothing_and_do_not_lengthen_the_gap() {
        StreakScan walk = walk(FREEZES, ActivityCalendar.rangeClosed(4, 6), 1, 2, 8);
        assertThat(walk.longest()).isEqualTo(1 + 1);
        assertThat(walk.tokens()).isEqualTo(1);
        StreakScan paid = walk(FREEZES, ActivityCalendar.rangeClosed(4, 6), 1, 2, 7);
        assertThat(paid.longest()).isEqualTo(3);
        assertThat(paid.tokens()).isZero();
        assertThat(paid.frozen()).isEqualTo(ActivityCalendar.rangeClosed(3, 3));
        assertThat(walk(FREEZES, ActivityCalendar.rangeClosed(3, 6), 1, 2, 7).tokens())
                .isEqualTo(1);
    }

    @Test
    void a_paused_day_that_was_watched_bridges_no_other() {
        ActivityCalendar paused = ActivityCalendar.rangeClosed(2, 2);
        assertThat(walk(StreakPolicy.DEFAULT, paused, 1, 2, 4).longest()).isEqualTo(2);
        assertThat(walk(StreakPolicy.DEFAULT, paused, 1, 2, 3).longest()).isEqualTo(3);
    }

    @Test
    void a_walk_without_days_survives_nothing() {
        StreakScan walk = walk(FREEZES, ActivityCalendar.EMPTY);
        assertThat(walk.bridgeGapBefore(1)).isFalse();
        assertThat(walk.isPast(Integer.MIN_VALUE)).isFalse();
        assertThat(walk.longest()).isZero();
    }

    @Test
    void a_day_is_past_when_it_or_a_later_one_came() {
        StreakScan walk = walk(StreakPolicy.DEFAULT, ActivityCalendar.EMPTY, 5);
        assertThat(List.of(walk.isPast(4), walk.isPast(5), walk.isPast(6))).containsExactly(true, true, false);
        assertThat(walk.bridgeGapBefore(6)).isTrue();
        assertThat(walk.bridgeGapBefore(7)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void days_must_ascend(int next) {
        StreakScan walk = walk(StreakPolicy.DEFAULT, ActivityCalendar.EMPTY, 5);
        assertThatThrownBy(() -> walk.qualify(next))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must ascend");
    }
}
