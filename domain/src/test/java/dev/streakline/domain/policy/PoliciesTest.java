package dev.streakline.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.milestone.Rung;
import dev.streakline.domain.milestone.Tier;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.viewing.CompletionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    private static final Ladder MOVIES = new Ladder(Measure.MOVIES, List.of(new Rung(1, Tier.GOLD)));
    private static final Ladder MORE_MOVIES = new Ladder(Measure.MOVIES, List.of(new Rung(2, Tier.GOLD)));
    private static final Ladder SHOWS = new Ladder(Measure.SHOWS, List.of(new Rung(1, Tier.GOLD)));

    private static Policies of(Ladder... ladders) {
        return new Policies(DayStart.MIDNIGHT, StreakPolicy.DEFAULT, CompletionPolicy.DEFAULT, List.of(ladders));
    }

    @Test
    void each_measure_has_one_ladder_or_none() {
        assertThat(of(MOVIES, SHOWS).ladders()).containsExactly(MOVIES, SHOWS);
        assertThat(of().ladders()).isEmpty();
    }

    @Test
    void two_ladders_of_one_measure_are_refused() {
        assertThatThrownBy(() -> of(MOVIES, SHOWS, MORE_MOVIES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different");
    }
}
