package dev.streakline.application.recalculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.recalculation.RecalculationRun.RunScope;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecalculationRunTest {

    private static final Instant NOW = Instant.parse("2024-06-15T12:00:00Z");
    private static final RecalculationRun WAITING =
            RecalculationRun.requested("a", new RunScope.AllViewers(), "ops", NOW.plusNanos(999));

    @Test
    void instants_are_cut_to_microseconds() {
        assertThat(WAITING.requestedAt()).isEqualTo(NOW);
        assertThat(WAITING.begun(NOW.plusNanos(1_999)).startedAt()).isEqualTo(NOW.plusNanos(1_000));
    }

    @Test
    void a_run_that_was_never_begun_is_not_finished() {
        assertThatThrownBy(() -> WAITING.done(NOW, Statistics.RefreshSummary.NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the run a was finished and never begun");
        assertThatThrownBy(() -> new RecalculationRun(
                        "a",
                        new RunScope.AllViewers(),
                        "ops",
                        NOW,
                        NOW,
                        null,
                        Statistics.RefreshSummary.NOTHING,
                        "why"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the run a has failed and is not finished");
    }

    @Test
    void a_run_that_is_begun_again_forgets_how_it_went() {
        assertThat(WAITING.begun(NOW).failed(NOW, "why").begun(NOW.plusSeconds(1)))
                .isEqualTo(WAITING.begun(NOW.plusSeconds(1)));
    }

    @Test
    void a_scope_selects_viewers() {
        ViewerId ada = new ViewerId("ada");
        assertThat(new RunScope.AllViewers().at(NOW)).isEqualTo(new Selection.All());
        assertThat(new RunScope.DueViewers().at(NOW)).isEqualTo(new Selection.Due(NOW));
        assertThat(new RunScope.OneViewer(ada).at(NOW)).isEqualTo(new Selection.One(ada));
    }
}
