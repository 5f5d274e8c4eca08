package dev.streakline.application.recalculation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.recalculation.RecalculationRun.RunScope;
import dev.streakline.application.recalculation.RecalculationRun.RunState;
import dev.streakline.application.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RecalculationRuns} promises. */
public abstract class RecalculationRunsContract {

    private static final Instant NOW = Instant.parse("2024-06-15T12:00:00.123456Z");
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Statistics.RefreshSummary COUNTS = new Statistics.RefreshSummary(3, 2, 1);

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

    private RecalculationRun claim(Instant now) {
        return runs.claim(now, LEASE).orElseThrow();
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

    @Test
    void the_first_requested_is_taken_on_first_and_once() {
        runs.add(run("b", 1));
        runs.add(run("a", 2));
        assertThat(claim(NOW)).isEqualTo(run("a", 2).begun(NOW));
        assertThat(runs.find("a").orElseThrow().state()).isEqualTo(RunState.RUNNING);
        assertThat(claim(NOW).id()).isEqualTo("b");
        assertThat(runs.claim(NOW, LEASE)).isEmpty();
    }

    @Test
    void a_run_without_a_sign_of_life_for_longer_than_the_lease_is_taken_on_again() {
        runs.add(run("a", 2));
        RecalculationRun first = claim(NOW);
        assertThat(runs.claim(NOW.plusSeconds(30), LEASE)).isEmpty();
        assertThat(runs.heartbeat(first, NOW.plusSeconds(5))).isTrue();
        assertThat(runs.claim(NOW.plusSeconds(35), LEASE)).isEmpty();
        RecalculationRun second = claim(NOW.plusSeconds(36));
        assertThat(second).isEqualTo(run("a", 2).begun(NOW.plusSeconds(36)));
        assertThat(runs.heartbeat(first, NOW.plusSeconds(37))).isFalse();
        assertThat(runs.finish(first.done(NOW.plusSeconds(37), COUNTS))).isFalse();
        assertThat(runs.find("a")).contains(second);
    }

    @Test
    void what_became_of_a_run_is_kept_and_it_is_never_taken_on_again() {
        runs.add(run("a", 2));
        runs.add(run("b", 1));
        RecalculationRun done = claim(NOW).done(NOW.plusSeconds(5), COUNTS);
        RecalculationRun failed = claim(NOW).failed(NOW.plusSeconds(6), "why");
        assertThat(runs.finish(done)).isTrue();
        assertThat(runs.finish(failed)).isTrue();
        assertThat(runs.newest(2, null)).containsExactly(failed, done);
        assertThat(runs.newest(2, null))
                .extracting(RecalculationRun::state)
                .containsExactly(RunState.FAILED, RunState.DONE);
        assertThat(runs.claim(NOW.plusSeconds(1_000), LEASE)).isEmpty();
        assertThat(runs.heartbeat(done, NOW.plusSeconds(7))).isFalse();
        assertThat(runs.finish(done)).isFalse();
    }

    @Test
    void of_many_who_look_for_work_each_gets_another_run() {
        List<String> ids = List.of("a", "b", "c", "d");
        ids.forEach(id -> runs.add(run(id, 1)));
        List<CompletableFuture<Optional<RecalculationRun>>> all = IntStream.range(0, 8)
                .mapToObj(each ->
                        CompletableFuture.supplyAsync(() -> runs.claim(NOW, LEASE), task -> new Thread(task).start()))
                .toList();
        assertThat(all.stream().flatMap(each -> each.join().stream()).map(RecalculationRun::id))
                .doesNotHaveDuplicates()
                .isSubsetOf(ids);
        while (runs.claim(NOW, LEASE).isPresent()) {
            // Who came at the same time may have found the first held by another.
        }
        assertThat(runs.newest(9, null)).extracting(RecalculationRun::state).containsOnly(RunState.RUNNING);
    }
}
