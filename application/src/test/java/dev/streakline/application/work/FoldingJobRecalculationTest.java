package dev.streakline.application.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.history.StoreWorkFailedException;
import dev.streakline.application.memory.InMemoryRecalculationRuns;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.recalculation.ClaimedRun;
import dev.streakline.application.recalculation.RecalculationQueue;
import dev.streakline.application.recalculation.RecalculationRun;
import dev.streakline.application.recalculation.RecalculationRun.RunScope;
import dev.streakline.application.recalculation.RecalculationRun.RunState;
import dev.streakline.application.recalculation.RunOutcome;
import dev.streakline.application.statistics.FoldCounts;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.OutdatedFoldVersionException;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Recalculations that were requested, as the folding job runs them. */
@Timeout(60)
class FoldingJobRecalculationTest {

    private static final ViewerId ADA = new ViewerId("ada");
    private static final Duration IDLE = JobPace.DEFAULT.idle();

    private final Days days = new Days("2025-12-31T20:00:00Z");
    private final InMemoryStore store = new InMemoryStore(days);
    private final InMemoryRecalculationRuns runs = new InMemoryRecalculationRuns(days);
    private final List<String> words = new ArrayList<>();

    /** Done before a recalculation folds. */
    private Runnable beforeRun = () -> {};

    private final FoldingJob job = job(runs, Lease.DEFAULT);

    private FoldingJob job(RecalculationQueue queue, Lease lease) {
        return FoldingJob.of(
                store,
                new FailingStatistics(store.statistics(), this::before),
                store.rankings(),
                runs,
                queue,
                days,
                lease,
                words::add);
    }

    private void before(Selection selection) {
        if (!(selection instanceof Selection.Settled)) {
            beforeRun.run();
        }
    }

    private List<Duration> rounds(int count) {
        return Stream.generate(job::round).limit(count).toList();
    }

    private static StoreUnavailableException outage() {
        return new StoreUnavailableException("The database has gone away.", new IOException());
    }

    private RecalculationRun ask(RunScope scope) {
        RecalculationRun run = RecalculationRun.requested("run", scope, "ops", days.instant());
        runs.add(run);
        return run;
    }

    private RecalculationRun run() {
        return runs.find("run").orElseThrow();
    }

    @Test
    void it_is_run_and_its_counts_are_kept() {
        days.send(store.facts(), Days.watched("ada", "2025-12-31T19:00:00Z"));
        days.send(store.facts(), Days.watched("bob", "2025-12-31T19:00:00Z"));
        RecalculationRun asked = ask(new RunScope.OneViewer(ADA));
        assertThat(job.round()).isZero();
        assertThat(run())
                .isEqualTo(asked.begun(days.instant()).done(days.instant(), new Statistics.RefreshSummary(1, 1, 0)));
        assertThat(job.round()).isEqualTo(IDLE);
        assertThat(job.folded()).isEqualTo(new FoldCounts(1, 1, 1, 0));
        assertThat(job.counts()).isEqualTo(new JobCounts(0, days.instant()));
    }

    @Test
    void all_are_folded_again_whether_they_wait_or_not() {
        days.send(store.facts(), Days.watched("ada", "2025-12-31T19:00:00Z"));
        days.turnTo("2025-12-31T21:00:00Z");
        ask(new RunScope.AllViewers());
        assertThat(job.round()).isZero();
        assertThat(run().counts()).isEqualTo(new Statistics.RefreshSummary(1, 0, 0));
        assertThat(job.folded().folds()).isEqualTo(2);
    }

    @Test
    void one_that_fails_has_a_reason_and_the_next_is_run() {
        beforeRun = () -> {
            beforeRun = () -> {};
            throw new IllegalStateException("a");
        };
        ask(new RunScope.DueViewers());
        runs.add(RecalculationRun.requested("second", new RunScope.DueViewers(), "ops", days.instant()));
        assertThat(rounds(3)).containsExactly(Duration.ZERO, Duration.ZERO, IDLE);
        assertThat(run().state()).isEqualTo(RunState.FAILED);
        assertThat(run().failure()).endsWith("IllegalStateException: a");
        assertThat(runs.find("second").orElseThrow().state()).isEqualTo(RunState.DONE);
        assertThat(words).hasSize(1);
        assertThat(job.counts().failures()).isEqualTo(1);
    }

    @Test
    void one_whose_worker_loses_the_store_is_taken_on_again_after_the_lease() {
        beforeRun = () -> {
            beforeRun = () -> {};
            throw outage();
        };
        ask(new RunScope.AllViewers());
        assertThat(rounds(2)).containsExactly(Duration.ofSeconds(1), IDLE);
        assertThat(run().state()).isEqualTo(RunState.RUNNING);
        days.turnTo(days.instant().plus(Lease.DEFAULT.length()).plusMillis(1));
        assertThat(job.round()).isZero();
        assertThat(run().state()).isEqualTo(RunState.DONE);
    }

    @Test
    void one_that_is_left_without_a_result_too_often_is_given_up() {
        beforeRun = () -> {
            throw outage();
        };
        ask(new RunScope.AllViewers());
        for (int attempt = 1; attempt <= RecalculationQueue.MOST_ATTEMPTS; attempt++) {
            job.round();
            assertThat(run().state()).isEqualTo(RunState.RUNNING);
            days.turnTo(days.instant().plus(Lease.DEFAULT.length()));
        }
        assertThat(job.round()).isEqualTo(IDLE);
        assertThat(run().state()).isEqualTo(RunState.FAILED);
        assertThat(run().failure()).startsWith("Given up: the process that ran it ended 10 times in a row.");
    }

    @Test
    void one_that_the_store_refuses_is_tried_again_after_growing_pauses() {
        beforeRun = () -> {
            throw new StoreWorkFailedException("The statement took too long.", new IOException());
        };
        ask(new RunScope.AllViewers());
        for (int minutes : new int[] {1, 2, 4}) {
            assertThat(job.round()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            days.turnTo(days.instant().plus(Duration.ofMinutes(minutes)).minusMillis(1));
            assertThat(job.round()).isEqualTo(IDLE);
            days.turnTo(days.instant().plusMillis(1));
        }
        beforeRun = () -> {};
        assertThat(job.round()).isZero();
        assertThat(run().state()).isEqualTo(RunState.DONE);
    }

    @Test
    void one_that_is_cancelled_is_given_back_at_once_and_does_not_count() {
        beforeRun = () -> {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        };
        ask(new RunScope.AllViewers());
        for (int restart = 0; restart < 2 * RecalculationQueue.MOST_ATTEMPTS; restart++) {
            assertThat(job.round()).isZero();
            assertThat(Thread.interrupted()).isTrue();
        }
        beforeRun = () -> {};
        assertThat(job.round()).isZero();
        assertThat(run().state()).isEqualTo(RunState.DONE);
        assertThat(words).isEmpty();
    }

    @Test
    void one_that_this_process_must_not_fold_is_left_to_others() {
        beforeRun = () -> {
            throw new OutdatedFoldVersionException(new FoldVersion(1, "2025a"), new FoldVersion(2, "2025a"));
        };
        ask(new RunScope.AllViewers());
        assertThat(job.round()).isEqualTo(JobPace.DEFAULT.refused());
        assertThat(runs.claim(Lease.DEFAULT.length()))
                .get()
                .extracting(ClaimedRun::attempt)
                .isEqualTo(1);
    }

    @Test
    void one_whose_lease_has_ended_is_finished_if_nobody_else_claimed_it() {
        beforeRun = () -> days.turnTo(days.instant().plus(Duration.ofHours(1)));
        ask(new RunScope.AllViewers());
        assertThat(job.round()).isZero();
        assertThat(run().state()).isEqualTo(RunState.DONE);
        assertThat(words).isEmpty();
    }

    @Test
    void one_that_another_process_has_claimed_is_finished_by_the_other_alone() {
        List<ClaimedRun> others = new ArrayList<>();
        beforeRun = () -> {
            days.turnTo(days.instant().plus(Duration.ofHours(1)));
            others.add(runs.claim(Lease.DEFAULT.length()).orElseThrow());
        };
        ask(new RunScope.AllViewers());
        assertThat(job.round()).isZero();
        assertThat(run().state()).isEqualTo(RunState.RUNNING);
        assertThat(words).singleElement().asString().contains("run was not stored");
        assertThat(job.counts().failures()).isEqualTo(1);
        assertThat(runs.finish(others.get(0), RunOutcome.failed("by the other")))
                .isTrue();
    }

    @Test
    void its_lease_is_renewed_while_it_is_folded() {
        AtomicInteger heartbeats = new AtomicInteger();
        FoldingJob slow =
                job(new WatchedQueue(runs, heartbeats), new Lease(Lease.DEFAULT.length(), Duration.ofMillis(1)));
        ask(new RunScope.AllViewers());
        beforeRun = () -> {
            days.turnTo(days.instant().plusSeconds(25));
            awaitTwoMore(heartbeats);
            days.turnTo(days.instant().plusSeconds(25));
            assertThat(runs.claim(Lease.DEFAULT.length())).isEmpty();
        };
        assertThat(slow.round()).isZero();
        assertThat(words).isEmpty();
        assertThat(run().state()).isEqualTo(RunState.DONE);
    }

    /** The first may have begun before the clock was turned. */
    private static void awaitTwoMore(AtomicInteger heartbeats) {
        int awaited = heartbeats.get() + 2;
        while (heartbeats.get() < awaited) {
            Thread.onSpinWait();
        }
    }

    /** Counts heartbeats. */
    private record WatchedQueue(RecalculationQueue queue, AtomicInteger heartbeats) implements RecalculationQueue {

        @Override
        public Optional<ClaimedRun> claim(Duration lease) {
            return queue.claim(lease);
        }

        @Override
        public boolean renew(ClaimedRun claim, Duration lease) {
            boolean isHeld = queue.renew(claim, lease);
            heartbeats.incrementAndGet();
            return isHeld;
        }

        @Override
        public boolean finish(ClaimedRun claim, RunOutcome outcome) {
            return queue.finish(claim, outcome);
        }

        @Override
        public boolean release(ClaimedRun claim) {
            return queue.release(claim);
        }

        @Override
        public boolean postpone(ClaimedRun claim, Duration delay) {
            return queue.postpone(claim, delay);
        }
    }
}
