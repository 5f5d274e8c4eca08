package dev.streakline.domain.streak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.ActivityCalendar;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreakTallyTest {

    private static StreakTally asking(int seconds) {
        return new StreakTally(new StreakPolicy(seconds, 0, 7), ActivityCalendar.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"599, 0, 0", "600, 0, 1", "601, 0, 1", "300, 299, 0", "300, 300, 1", "300, 301, 1"})
    void the_minimum_is_for_the_sum_of_the_day(int first, int second, int days) {
        StreakTally tally = asking(600);
        tally.addPlay(5, first);
        tally.addPlay(5, second);
        assertThat(tally.qualified().size()).isEqualTo(days);
        assertThat(tally.longest()).isEqualTo(days);
    }

    @Test
    void seconds_of_other_days_do_not_help() {
        StreakTally tally = asking(600);
        for (int day = -500; day <= 500; day += 3) {
            tally.addPlay(-day, 599);
            tally.addPlay(day, 599);
        }
        tally.addPlay(-400, 0);
        assertThat(tally.qualified()).isEqualTo(ActivityCalendar.EMPTY);
        tally.addPlay(500, 1);
        tally.addPlay(-500, 1);
        tally.addPlay(20, 1);
        assertThat(tally.qualified().size()).isEqualTo(3);
    }

    @Test
    void days_are_summed_wherever_they_lie() {
        for (int first : new int[] {-9, -8, -1, 0, 1, 55, 56, 57, 1_000, -1_000}) {
            StreakTally tally = asking(100);
            tally.addPlay(0, 50);
            tally.addPlay(first, 50);
            tally.addPlay(first, 49);
            assertThat(tally.qualified().contains(first)).isEqualTo(first == 0);
            tally.addPlay(first, 1);
            tally.addPlay(0, 50);
            assertThat(tally.qualified().contains(first)).isTrue();
            assertThat(tally.qualified().contains(0)).isTrue();
        }
    }

    @Test
    void a_minimum_of_nothing_is_met_by_a_session_of_no_seconds() {
        StreakTally tally = asking(0);
        tally.addPlay(5, 0);
        tally.addPlay(6, 0);
        assertThat(tally.qualified()).isEqualTo(ActivityCalendar.rangeClosed(5, 6));
        assertThat(tally.longest()).isEqualTo(2);
    }

    @Test
    void a_session_that_meets_every_minimum_qualifies_alone() {
        StreakTally tally = asking(86_400);
        tally.addQualifiedDay(5);
        tally.addQualifiedDay(5);
        tally.addPlay(5, 86_400);
        assertThat(tally.qualified()).isEqualTo(ActivityCalendar.rangeClosed(5, 5));
        assertThat(tally.longest()).isEqualTo(1);
    }

    @Test
    void an_earlier_day_may_come_later() {
        StreakTally tally = asking(0);
        tally.addQualifiedDay(1);
        tally.addQualifiedDay(3);
        assertThat(tally.longest()).isEqualTo(1);
        tally.addQualifiedDay(2);
        assertThat(tally.longest()).isEqualTo(3);
        tally.addQualifiedDay(4);
        assertThat(tally.longest()).isEqualTo(4);
    }

    @Test
    void the_longest_of_any_prefix_stays_when_an_earlier_day_takes_its_token_away() {
        // The 2nd day earns a token, which pays for the 5th; with the 3rd known too, nothing changes for the worse.
        StreakTally tally = new StreakTally(new StreakPolicy(0, 1, 2), ActivityCalendar.EMPTY);
        tally.addQualifiedDay(3);
        tally.addQualifiedDay(4);
        tally.addQualifiedDay(6);
        assertThat(tally.longest()).isEqualTo(3);
        tally.addQualifiedDay(1);
        assertThat(tally.longest()).isEqualTo(3);
    }

    @Test
    void bridges_join() {
        StreakTally tally = new StreakTally(StreakPolicy.DEFAULT, ActivityCalendar.rangeClosed(2, 3));
        tally.addQualifiedDay(1);
        tally.addQualifiedDay(4);
        assertThat(tally.longest()).isEqualTo(2);
        tally.addQualifiedDay(0);
        assertThat(tally.longest()).isEqualTo(3);
    }

    @Test
    void starting_again_forgets_days_sums_tokens_and_bridges() {
        StreakTally used = new StreakTally(new StreakPolicy(600, 1, 2), ActivityCalendar.rangeClosed(2, 3));
        used.addQualifiedDay(1);
        used.addQualifiedDay(4);
        used.addPlay(9, 599);
        used.begin(ActivityCalendar.rangeClosed(11, 12));
        assertThat(used.qualified()).isEqualTo(ActivityCalendar.EMPTY);
        assertThat(used.longest()).isZero();
        used.addPlay(9, 1);
        assertThat(used.qualified()).isEqualTo(ActivityCalendar.EMPTY);
        used.addQualifiedDay(10);
        used.addQualifiedDay(13);
        assertThat(used.longest()).isEqualTo(2);
        used.begin(ActivityCalendar.EMPTY);
        used.addQualifiedDay(1);
        used.addQualifiedDay(4);
        assertThat(used.longest()).isEqualTo(1);
        used.begin(ActivityCalendar.EMPTY);
        used.addQualifiedDay(10);
        used.addQualifiedDay(12);
        assertThat(used.longest()).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void days_that_fall_behind_count_as_if_all_were_walked_again(long seed) {
        Random random = new Random(seed);
        StreakPolicy policy = new StreakPolicy(0, random.nextInt(3), 3);
        ActivityCalendar bridges = ActivityCalendar.rangeClosed(40, 44).union(ActivityCalendar.rangeClosed(70, 70));
        StreakTally tally = new StreakTally(policy, bridges);
        for (int viewer = 0; viewer < 2; viewer++) {
            tally.begin(bridges);
            TreeSet<Integer> days = new TreeSet<>();
            int longest = 0;
            int latest = 0;
            for (int i = 0; i < 150; i++) {
                latest += random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
                int day = latest - (random.nextInt(40) == 0 ? random.nextInt(20) : random.nextInt(4));
                tally.addQualifiedDay(day);
                days.add(day);
                StreakScan whole = new StreakScan(policy, bridges);
                days.forEach(whole::qualify);
                longest = Math.max(longest, whole.longest());
                assertThat(tally.longest()).as("after %s", days).isEqualTo(longest);
            }
        }
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_hundred_thousand_days_of_which_each_second_falls_behind_are_no_work_to_speak_of() {
        StreakTally tally = asking(0);
        for (int day = 0; day < 100_000; day += 2) {
            tally.addQualifiedDay(day + 1);
            tally.addQualifiedDay(day);
        }
        assertThat(tally.longest()).isEqualTo(100_000);
    }
}
