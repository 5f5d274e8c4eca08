package dev.streakline.application.recalculation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.recalculation.RecalculationRun.RunScope;
import dev.streakline.application.recalculation.RecalculationRun.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RecalculationRuns} promises. */
public abstract class RecalculationRunsContract {

    private static final Instant NOW = Instant.parse("2024-06-15T12:00:00.123456Z");

    /** Without a run. */
    protected abstract RecalculationRuns runs();

    private RecalculationRuns runs;

    @BeforeEach
    void open() {
        runs = runs();
    }

    private static RecalculationRun run(String id, long secondsAgo) {
        return RecalculationRun.requested(id, new RunScope.AllViewers(), "ops", NOW.minusSeconds(secondsAgo));
    }

    @Test
    void a_run_is_found_as_it_was_added() {
        List<RecalculationRun> all = List.of(
                RecalculationRun.requested("a", new RunScope.AllViewers(), "ops", NOW.plusNanos(789)),
                RecalculationRun.requested("b", new RunScope.DueViewers(), "ops", NOW),
                RecalculationRun.requested("c", new RunScope.OneViewer(new ViewerId("ada")), "ops", NOW));
        for (RecalculationRun run : all) {
            assertThat(runs.add(run)).isTrue();
            assertThat(runs.find(run.id())).contains(run);
            assertThat(run.state()).isEqualTo(RunState.WAITING);
        }
        assertThat(runs.find("d")).isEmpty();
    }

    @Test
    void an_id_that_is_known_keeps_its_run() {
        runs.add(run("a", 1));
        assertThat(runs.add(run("a", 2))).isFalse();
        assertThat(runs.find("a")).contains(run("a", 1));
    }

    @Test
    void the_last_requested_come_first_page_by_page() {
        List<RecalculationRun> all = List.of(run("d", 1), run("\uD83D\uDE00", 2), run("\uFF21", 2), run("a", 3));
        new ArrayList<>(List.of(all.get(2), all.get(0), all.get(3), all.get(1))).forEach(runs::add);
        assertThat(runs.newest(9, null)).isEqualTo(all);
        assertThat(runs.newest(2, null)).isEqualTo(all.subList(0, 2));
        assertThat(runs.newest(2, all.get(1).cursor())).isEqualTo(all.subList(2, 4));
        assertThat(runs.newest(2, all.get(3).cursor())).isEmpty();
    }
}
