package dev.streakline.application.recalculation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.recalculation.RecalculationRun.RunScope;
import dev.streakline.application.recalculation.RecalculationRun.RunState;
import dev.streakline.application.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RecalculationQueue} promises. */
public abstract class RecalculationQueueContract {

    /** So long that no test outlasts it. */
    protected static final Duration LEASE = Duration.ofHours(1);

    private static final Instant REQUESTED = Instant.parse("2024-06-15T12:00:00.123456Z");
    private static final RunOutcome DONE = RunOutcome.done(new Statistics.RefreshSummary(3, 2, 1));

    /** The runs of the queue, without any. */
    protected abstract RecalculationRuns runs();

    /** The queue of {@link #runs}. */
    protected abstract RecalculationQueue queue();

    /** Lets time pass on the clock of the store, for leases and back-offs. */
    protected abstract void elapse(Duration time);

    private RecalculationRuns runs;
    private RecalculationQueue queue;

    @BeforeEach
    void open() {
        runs = runs();
        queue = queue();
    }

    private void add(String id, long secondsAgo) {
        runs.add(RecalculationRun.requested(
                id, new RunScope.OneViewer(new ViewerId("ada")), "ops", REQUESTED.minusSeconds(secondsAgo)));
    }

    private ClaimedRun claim() {
        return queue.claim(LEASE).orElseThrow();
    }

    private RecalculationRun stored(String id) {
        return runs.find(id).orElseThrow();
    }

    private void assertThatNothingChanges(ClaimedRun lost) {
        RecalculationRun before = stored(lost.run().id());
        assertThat(queue.renew(lost, LEASE)).isFalse();
        assertThat(queue.finish(lost, DONE)).isFalse();
        assertThat(queue.release(lost)).isFalse();
        assertThat(queue.postpone(lost, Duration.ZERO)).isFalse();
        assertThat(stored(lost.run().id())).isEqualTo(before);
    }

    @Test
    void the_first_requested_is_claimed_first_and_once() {
        add("b", 1);
        add("a", 2);
        add("c", 1);
        ClaimedRun first = claim();
        assertThat(first.run()).isEqualTo(stored("a"));
        assertThat(first.run().state()).isEqualTo(RunState.RUNNING);
        assertThat(first.run().requestedAt()).isEqualTo(REQUESTED.minusSeconds(2));
        assertThat(first.attempt()).isEqualTo(1);
        assertThat(claim().run().id()).isEqualTo("b");
        assertThat(claim().run().id()).isEqualTo("c");
        assertThat(queue.claim(LEASE)).isEmpty();
    }

    @Test
    void a_claimed_run_is_finished_with_its_outcome_and_never_claimed_again() {
        add("a", 2);
        add("b", 1);
        ClaimedRun first = claim();
        ClaimedRun second = claim();
        assertThat(queue.finish(first, DONE)).isTrue();
        assertThat(queue.finish(second, RunOutcome.failed("why"))).isTrue();
        assertThat(stored("a").state()).isEqualTo(RunState.DONE);
        assertThat(stored("a").counts()).isEqualTo(DONE.counts());
        assertThat(stored("b").state()).isEqualTo(RunState.FAILED);
        assertThat(stored("b").failure()).isEqualTo("why");
        assertThat(stored("a").finishedAt()).isAfterOrEqualTo(stored("a").startedAt());
        elapse(LEASE);
        assertThat(queue.claim(LEASE)).isEmpty();
        assertThatNothingChanges(first);
    }

    @Test
    void a_run_whose_lease_has_ended_is_claimed_by_another() {
        add("a", 1);
        ClaimedRun first = claim();
        elapse(LEASE.minusMinutes(1));
        assertThat(queue.claim(LEASE)).isEmpty();
        elapse(Duration.ofMinutes(1));
        ClaimedRun second = claim();
        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.run().startedAt()).isAfterOrEqualTo(first.run().startedAt());
    }

    @Test
    void the_late_writer_with_an_old_token_changes_nothing() {
        add("a", 1);
        ClaimedRun late = claim();
        elapse(LEASE);
        ClaimedRun holder = claim();
        assertThatNothingChanges(late);
        assertThat(queue.claim(LEASE)).isEmpty();
        assertThat(queue.finish(holder, DONE)).isTrue();
        assertThatNothingChanges(late);
    }

    @Test
    void a_heartbeat_begins_the_lease_again() {
        add("a", 1);
        ClaimedRun claimed = claim();
        elapse(LEASE.minusMinutes(1));
        assertThat(queue.renew(claimed, LEASE)).isTrue();
        elapse(LEASE.minusMinutes(1));
        assertThat(queue.claim(LEASE)).isEmpty();
        elapse(Duration.ofMinutes(1));
        assertThat(claim().attempt()).isEqualTo(2);
    }

    @Test
    void a_lease_that_has_ended_is_renewed_before_anything_else_as_long_as_nobody_has_claimed_the_run() {
        add("a", 1);
        ClaimedRun claimed = claim();
        elapse(LEASE);
        assertThat(queue.finish(claimed, DONE)).isFalse();
        assertThat(queue.release(claimed)).isFalse();
        assertThat(queue.postpone(claimed, LEASE)).isFalse();
        assertThat(stored("a")).isEqualTo(claimed.run());
        assertThat(queue.renew(claimed, LEASE)).isTrue();
        assertThat(queue.finish(claimed, DONE)).isTrue();
    }

    @Test
    void a_released_run_is_due_at_once_and_the_attempt_does_not_count() {
        add("a", 1);
        ClaimedRun released = claim();
        assertThat(queue.release(released)).isTrue();
        assertThatNothingChanges(released);
        ClaimedRun again = claim();
        assertThat(again.attempt()).isEqualTo(1);
        assertThat(again.token()).isGreaterThan(released.token());
    }

    @Test
    void a_postponed_run_is_due_after_its_delay_and_the_attempt_counts() {
        add("a", 2);
        add("b", 1);
        ClaimedRun postponed = claim();
        assertThat(queue.postpone(postponed, LEASE)).isTrue();
        assertThatNothingChanges(postponed);
        assertThat(claim().run().id()).isEqualTo("b");
        elapse(LEASE.minusMinutes(1));
        assertThat(queue.claim(LEASE)).isEmpty();
        elapse(Duration.ofMinutes(1));
        ClaimedRun again = claim();
        assertThat(again.run().id()).isEqualTo("a");
        assertThat(again.attempt()).isEqualTo(2);
    }

    @Test
    void a_run_fails_after_ten_attempts_without_a_result() {
        add("a", 2);
        add("b", 1);
        for (int attempt = 1; attempt <= RecalculationQueue.MOST_ATTEMPTS; attempt++) {
            ClaimedRun claimed = claim();
            assertThat(claimed.run().id()).isEqualTo("a");
            assertThat(claimed.attempt()).isEqualTo(attempt);
            assertThat(stored("a").state()).isEqualTo(RunState.RUNNING);
            elapse(LEASE);
        }
        assertThat(claim().run().id()).isEqualTo("b");
        assertThat(stored("a").state()).isEqualTo(RunState.FAILED);
        assertThat(stored("a").failure()).isEqualTo(RecalculationQueue.GIVEN_UP.failure());
    }

    @Test
    void each_of_many_concurrent_claims_gets_another_run() {
        List<String> ids = List.of("a", "b", "c", "d");
        ids.forEach(id -> add(id, 1));
        List<CompletableFuture<Optional<ClaimedRun>>> all = IntStream.range(0, 8)
                .mapToObj(each ->
                        CompletableFuture.supplyAsync(() -> queue.claim(LEASE), task -> new Thread(task).start()))
                .toList();
        assertThat(all.stream()
                        .flatMap(each -> each.join().stream())
                        .map(claimed -> Objects.requireNonNull(claimed).run().id()))
                .doesNotHaveDuplicates()
                .isSubsetOf(ids);
        while (queue.claim(LEASE).isPresent()) {
            // A claimer may have found the first runs locked by others.
        }
        assertThat(runs.newest(9, null)).extracting(RecalculationRun::state).containsOnly(RunState.RUNNING);
    }
}
