package dev.streakline.application.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingScopeTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 15);
    private static final Instant NOON = Instant.parse("2024-06-16T12:00:00Z");
    private static final RankingScope PACED = new RankingScope.Paced();
    private static final RankingScope CHANGED = new RankingScope.Changed();
    private static final RankingScope ONE = new RankingScope.OnePopulation(Population.DEPLOYMENT);
    private static final RankingScope NIGHTLY = new RankingScope.Nightly(DAY);

    @ParameterizedTest
    @CsvSource({"PT0S, PT1S", "PT0.049S, PT1S", "PT0.05S, PT1S", "PT0.051S, PT1.02S", "PT3S, PT1M"})
    void a_cooldown_is_twenty_times_the_work_and_at_least_a_second(Duration work, Duration cooldown) {
        assertThat(RankingScope.cooldownUntil(NOON, work)).isEqualTo(NOON.plus(cooldown));
    }

    @Test
    void only_changes_are_merged_into_the_ranking_before() {
        assertThat(PACED.isMerge()).isTrue();
        assertThat(CHANGED.isMerge()).isTrue();
        assertThat(ONE.isMerge()).isFalse();
        assertThat(NIGHTLY.isMerge()).isFalse();
    }

    @Test
    void only_a_paced_ranking_respects_cooldowns() {
        assertThat(PACED.isPaced()).isTrue();
        assertThat(CHANGED.isPaced()).isFalse();
        assertThat(ONE.isPaced()).isFalse();
        assertThat(NIGHTLY.isPaced()).isFalse();
    }

    @Test
    void a_merge_leaves_the_day_of_the_last_rebuild() {
        assertThat(PACED.rebuiltOn(DAY, NOON)).isEqualTo(DAY);
        assertThat(CHANGED.rebuiltOn(DAY, NOON)).isEqualTo(DAY);
    }

    @Test
    void the_first_ranking_of_a_population_is_a_rebuild() {
        assertThat(PACED.rebuiltOn(null, NOON)).isEqualTo(LocalDate.of(2024, 6, 16));
        assertThat(CHANGED.rebuiltOn(null, Instant.parse("2024-06-16T23:59:59.999999Z")))
                .isEqualTo(LocalDate.of(2024, 6, 16));
    }

    @Test
    void a_rebuild_has_the_day_in_utc_and_a_nightly_one_its_own() {
        assertThat(ONE.rebuiltOn(DAY, NOON)).isEqualTo(LocalDate.of(2024, 6, 16));
        assertThat(NIGHTLY.rebuiltOn(null, NOON)).isEqualTo(DAY);
        assertThat(NIGHTLY.rebuiltOn(DAY.minusDays(9), NOON)).isEqualTo(DAY);
    }

    @Test
    void only_a_nightly_ranking_sets_a_new_baseline() {
        assertThat(NIGHTLY.isNightly()).isTrue();
        assertThat(NIGHTLY.baseline("before", "now")).isEqualTo("now");
        assertThat(NIGHTLY.<String>baseline(null, "now")).isEqualTo("now");
        for (RankingScope other : new RankingScope[] {PACED, CHANGED, ONE}) {
            assertThat(other.isNightly()).isFalse();
            assertThat(other.baseline("before", "now")).isEqualTo("before");
            assertThat(other.<String>baseline(null, "now")).isNull();
        }
    }
}
