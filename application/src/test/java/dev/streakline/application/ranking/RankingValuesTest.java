package dev.streakline.application.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.ranking.Metric;
import org.junit.jupiter.api.Test;

class RankingValuesTest {

    @Test
    void a_viewer_who_has_opted_out_has_no_values() {
        assertThat(RankingValues.of(Listing.UNLISTED, 90, 3)).isEqualTo(RankingValues.NONE);
        assertThat(RankingValues.of(Listing.LISTED, 90, 3)).isEqualTo(new RankingValues(90, 3));
    }

    @Test
    void a_metric_selects_its_value() {
        RankingValues values = new RankingValues(90, 3);
        assertThat(values.by(Metric.WATCH_TIME)).isEqualTo(90);
        assertThat(values.by(Metric.MESSAGES)).isEqualTo(3);
    }
}
