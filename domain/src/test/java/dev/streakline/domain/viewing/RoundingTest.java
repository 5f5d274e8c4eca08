package dev.streakline.domain.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.TitleDetails;
import dev.streakline.domain.catalogue.TitleKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest
    @CsvSource({"0, 0.00", "17, 0.00", "18, 0.01", "53, 0.01", "54, 0.02", "3600, 1.00", "16312980, 4531.38"})
    void hours_have_two_decimals_half_up(long seconds, BigDecimal hours) {
        assertThat(HourFormat.ofSeconds(seconds)).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({
        "150, 100, 50, 50.00",
        "50, 100, -50, -50.00",
        "100, 100, 0, 0.00",
        "20001, 20000, 1, 0.01",
        "19999, 20000, -1, -0.01",
        "30001, 30000, 1, 0.00",
        "5, 0, 5, ",
        "0, 0, 0, "
    })
    void change_is_in_percent_half_away_from_zero_and_null_against_nothing(
            long seconds, long previous, long change, BigDecimal percent) {
        assertThat(PeriodComparison.of(seconds, previous)).isEqualTo(new PeriodComparison(previous, change, percent));
    }

    @Test
    void names_are_ordered_by_code_points() {
        List<String> ordered = List.of("", "A", "a", "aa", "b", "\uD7FF", "\uFF5E", "\uD835\uDD04");
        List<String> names = new ArrayList<>(ordered);
        Collections.shuffle(names, new Random(1));
        names.sort(NameIndex.CODE_POINT_ORDER);
        assertThat(names).isEqualTo(ordered);
        assertThat(NameIndex.CODE_POINT_ORDER.compare("ab", "ab")).isZero();
    }

    @Test
    void names_have_dense_keys() {
        NameIndex names = new NameIndex();
        assertThat(names.keyOf("b")).isZero();
        assertThat(names.keyOf("a")).isEqualTo(1);
        assertThat(names.keyOf("b")).isZero();
        assertThat(names.keyOf("a")).isEqualTo(1);
        assertThat(names.nameOf(1)).isEqualTo("a");
        assertThat(names.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "79, 100, false",
        "80, 100, true",
        "81, 100, true",
        "599, 0, false",
        "600, 0, true",
        "1600000000, 2000000000, true",
        "1599999999, 2000000000, false"
    })
    void a_title_is_completed_at_eighty_percent_or_ten_minutes(long watched, int runtime, boolean completed) {
        assertThat(CompletionPolicy.DEFAULT.isCompleted(watched, runtime)).isEqualTo(completed);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 1"})
    void both_ends_of_the_percentage_are_a_policy(int percent, int seconds) {
        assertThat(new CompletionPolicy(percent, seconds).isCompleted(percent, 100))
                .isTrue();
        assertThat(new CompletionPolicy(percent, seconds).isCompleted(percent - 1, 100))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 600", "101, 600", "80, 0"})
    void a_policy_out_of_bounds_is_refused(int percent, int seconds) {
        assertThatThrownBy(() -> new CompletionPolicy(percent, seconds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but is");
    }

    @Test
    void a_negative_runtime_is_refused_and_genres_count_once_in_code_point_order() {
        assertThatThrownBy(() -> new TitleDetails(TitleKind.MOVIE, null, List.of(), -1))
                .hasMessageContaining("-1");
        assertThat(new TitleDetails(TitleKind.MOVIE, null, List.of("b", "a", "b"), 0).genres())
                .containsExactly("a", "b");
    }
}
