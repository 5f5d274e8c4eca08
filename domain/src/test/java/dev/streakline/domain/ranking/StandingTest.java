package dev.streakline.domain.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2, 2, 5, 3, 25.00, 60",
        "4, 1, 0, 5, 1, 100.00, 20",
        "0, 1, 4, 5, 5, 0.00, 100",
        "0, 1, 0, 1, 1, , 100",
        "0, 2, 0, 2, 1, 0.00, 50",
        "1, 1, 0, 2, 1, 100.00, 50",
        "2, 1, 1, 4, 2, 66.66, 50",
        "1, 1, 2, 4, 3, 33.33, 75",
        "29998, 1, 1, 30000, 2, 99.99, 1",
        "29699, 1, 300, 30000, 301, 98.99, 2",
        "29700, 1, 299, 30000, 300, 99.00, 1",
        "1999999999, 1, 1, 2000000001, 2, 99.99, 1",
        "0, 0, 0, 1, 1, , 100",
        "3, 0, 2, 6, 3, 60.00, 50"
    })
    void rank_percentile_and_top_percent_follow_from_three_counts(
            int below, int equal, int above, int population, int rank, @Nullable BigDecimal percentile, int top) {
        Standing standing = new Standing(below, equal, above);
        assertThat(standing.population()).isEqualTo(population);
        assertThat(standing.rank()).isEqualTo(rank);
        assertThat(standing.percentile().orElse(null)).isEqualTo(percentile);
        assertThat(standing.topPercent()).isEqualTo(top);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 0", "0, -1, 0", "0, 1, -1"})
    void negative_counts_are_refused(int below, int equal, int above) {
        assertThatThrownBy(() -> new Standing(below, equal, above))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(below + " below, " + equal + " equal, " + above + " above");
    }
}
