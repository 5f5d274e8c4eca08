package dev.streakline.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.memory.InMemoryRecalculationRuns;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.recalculation.RecalculationRun;
import dev.streakline.application.recalculation.RecalculationRun.RunScope;
import dev.streakline.application.recalculation.RecalculationRun.RunState;
import dev.streakline.application.recalculation.RecalculationRuns;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.OutdatedFoldVersionException;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private static final ViewerId ADA = new ViewerId("ada");
    private static final Duration IDLE = WorkerPace.DEFAULT.idle();

    private final Days days = new Days("2025-12-31T20:00:00Z");
    private final InMemoryStore store = new InMemoryStore(days);
    private final InMemoryRecalculationRuns runs = new InMemoryRecalculationRuns();
    private final List<String> words = new ArrayList<>();

    /** What the next rounds meet. */
    private final Deque<Throwable> failures = new ArrayDeque<>();

    /** Done before a recalculation folds. */
    private Runnable beforeRun = () -> {};

    private final RefreshStatistics refreshStatistics =
            new RefreshStatistics(new FailingStatistics(store, this::before), store.rankings(), days);
    private final Worker worker = new Worker(refreshStatistics, runs, days, WorkerPace.DEFAULT, words::add);

    private void before(Selection selection) {
        if (!(selection instanceof Selection.Settled)) {
            beforeRun.run();
            return;
        }
        Throwable failure = failures.poll();
        if (failure instanceof Error error) {
            throw error;
        } else if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private List<Duration> rounds(int count) {
        return Stream.generate(worker::round).limit(count).toList();
    }

    private static StoreUnavailableException outage() {
        return new StoreUnavailableException("The database has gone away.", new IOException());
    }

    @Nested
    class When_all_is_well {

        @Test
        void a_viewer_is_folded_a_second_after_his_last_fact() {
            days.send(store, Days.watched("ada", "2025-12-31T19:00:00Z"));
            assertThat(worker.round()).isEqualTo(IDLE);
            days.turnTo("2025-12-31T20:00:01Z");
            assertThat(worker.round()).isZero();
            assertThat(worker.round()).isEqualTo(IDLE);
            assertThat(worker.counts()).isEqualTo(new WorkerCounts(1, 1, 1, 0, 0, days.instant()));
            assertThat(words).isEmpty();
        }

        @Test
        void one_of_whom_facts_arrive_all_the_time_is_folded_after_ten_seconds() {
            for (int second = 0; second < 10; second++) {
                days.turnTo("2025-12-31T20:00:0" + second + "Z");
                days.send(store, Days.watched("ada", "2025-12-31T10:00:0" + second + "Z"));
                assertThat(worker.round()).isEqualTo(IDLE);
                days.turnTo(days.instant().plusMillis(999));
            }
            days.turnTo("2025-12-31T20:00:10Z");
            assertThat(worker.round()).isZero();
        }

        @Test
        void days_that_turn_change_statistics_when_they_should() {
            days.send(
                    store,
                    List.of(Days.event("viewer", "ada", "2025-01-01T00:00:00Z", Map.of("zone", "Pacific/Honolulu"))));
            days.send(store, Days.watched("ada", "2025-12-31T19:00:00Z"));
            days.turnTo("2025-12-31T21:00:00Z");
            assertThat(worker.round()).isZero();
            for (String midnight : List.of("2026-01-01T10:00:00Z", "2026-01-02T10:00:00Z")) {
                Instant change = Instant.parse(midnight);
                assertThat(store.find(ADA).orElseThrow().nextChangeAt()).isEqualTo(change);
                days.turnTo(change.minusMillis(1));
                assertThat(worker.round()).isEqualTo(IDLE);
                days.turnTo(change);
                assertThat(worker.round()).isZero();
                assertThat(worker.round()).isEqualTo(IDLE);
            }
            assertThat(store.find(ADA).orElseThrow().nextChangeAt()).isNull();
            assertThat(worker.counts().viewers()).isEqualTo(3);
            assertThat(worker.counts().changed()).isEqualTo(1);
            assertThat(refreshStatistics.verify(new Selection.All()).different())
                    .isEmpty();
        }
    }

    @Nested
    class When_something_fails {

        @Test
        void an_outage_is_told_once_and_waited_out_with_growing_patience() {
            Stream.generate(WorkerTest::outage).limit(7).forEach(failures::add);
            assertThat(rounds(7)).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 4L, 4L, 4L, 4L);
            assertThat(words).containsExactly("Folding stands still, and is tried again: The database has gone away.");
            assertThat(worker.counts()).isEqualTo(new WorkerCounts(0, 0, 0, 0, 7, null));
            assertThat(rounds(2)).containsExactly(IDLE, IDLE);
            assertThat(words).hasSize(2).endsWith("Folding goes on.");
            failures.add(outage());
            assertThat(worker.round()).hasSeconds(1);
            assertThat(words).hasSize(3);
        }

        @Test
        void a_newer_engine_is_told_of_once_and_asked_for_again_every_half_minute() {
            OutdatedFoldVersionException refused =
                    new OutdatedFoldVersionException(new FoldVersion(1, "2025a"), new FoldVersion(2, "2025a"));
            failures.add(refused);
            failures.add(refused);
            assertThat(rounds(2)).extracting(Duration::toSeconds).containsExactly(30L, 30L);
            assertThat(words).singleElement().asString().startsWith("Nothing is folded here: Statistics here were");
        }

        @Test
        void a_fault_is_told_and_never_ends_it() {
            days.send(store, Days.watched("ada", "2025-12-31T19:00:00Z"));
            days.turnTo("2025-12-31T21:00:00Z");
            failures.add(new IllegalStateException("a"));
            failures.add(new IllegalStateException("a"));
            failures.add(new StackOverflowError("b"));
            assertThat(rounds(4)).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 0L);
            assertThat(words).hasSize(3);
            assertThat(words.get(0)).endsWith("IllegalStateException: a");
            assertThat(words.get(1)).endsWith("StackOverflowError: b");
            assertThat(worker.counts()).isEqualTo(new WorkerCounts(1, 1, 1, 0, 3, days.instant()));
        }

        @Test
        void too_little_memory_ends_it_so_that_the_process_can_end() {
            failures.add(new OutOfMemoryError("c"));
            assertThatThrownBy(() -> rounds(1))
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessage("c");
        }
    }

    @Nested
    class When_a_recalculation_was_asked_for {

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
            days.send(store, Days.watched("ada", "2025-12-31T19:00:00Z"));
            days.send(store, Days.watched("bob", "2025-12-31T19:00:00Z"));
            RecalculationRun asked = ask(new RunScope.OneViewer(ADA));
            assertThat(worker.round()).isZero();
            assertThat(run())
                    .isEqualTo(
                            asked.begun(days.instant()).done(days.instant(), new Statistics.RefreshSummary(1, 1, 0)));
            assertThat(worker.round()).isEqualTo(IDLE);
            assertThat(worker.counts()).isEqualTo(new WorkerCounts(1, 1, 1, 0, 0, days.instant()));
        }

        @Test
        void all_are_folded_again_whether_they_wait_or_not() {
            days.send(store, Days.watched("ada", "2025-12-31T19:00:00Z"));
            days.turnTo("2025-12-31T21:00:00Z");
            ask(new RunScope.AllViewers());
            assertThat(worker.round()).isZero();
            assertThat(run().counts()).isEqualTo(new Statistics.RefreshSummary(1, 0, 0));
            assertThat(worker.counts().folds()).isEqualTo(2);
        }

        @Test
        void one_that_fails_says_why_and_the_next_is_run() {
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
            assertThat(worker.counts().failures()).isEqualTo(1);
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
            days.turnTo(days.instant().plus(WorkerPace.DEFAULT.lease()).plusMillis(1));
            assertThat(worker.round()).isZero();
            assertThat(run().state()).isEqualTo(RunState.DONE);
        }

        @Test
        void its_worker_gives_signs_of_life_while_it_folds() {
            Duration beat = Duration.ofMillis(1);
            CountDownLatch signs = new CountDownLatch(3);
            Worker slow = new Worker(
                    refreshStatistics,
                    new WatchedRuns(runs, signs),
                    days,
                    new WorkerPace(IDLE, IDLE, IDLE, IDLE, beat, WorkerPace.DEFAULT.lease()),
                    words::add);
            ask(new RunScope.AllViewers());
            beforeRun = () -> {
                days.turnTo(days.instant().plusSeconds(25));
                await(signs);
                assertThat(runs.claim(days.instant().plusSeconds(25), WorkerPace.DEFAULT.lease()))
                        .isEmpty();
            };
            assertThat(slow.round()).isZero();
            assertThat(words).isEmpty();
            assertThat(run().state()).isEqualTo(RunState.DONE);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** Tells of signs of life; the second and later ones are of the same time or later than the first. */
    private record WatchedRuns(RecalculationRuns runs, CountDownLatch signs) implements RecalculationRuns {

        @Override
        public boolean add(RecalculationRun run) {
            return runs.add(run);
        }

        @Override
        public Optional<RecalculationRun> find(String id) {
            return runs.find(id);
        }

        @Override
        public List<RecalculationRun> newest(int limit, RecalculationRun.@Nullable RunCursor after) {
            return runs.newest(limit, after);
        }

        @Override
        public Optional<RecalculationRun> claim(Instant now, Duration lease) {
            return runs.claim(now, lease);
        }

        @Override
        public boolean heartbeat(RecalculationRun run, Instant now) {
            boolean isHis = runs.heartbeat(run, now);
            signs.countDown();
            return isHis;
        }

        @Override
        public boolean finish(RecalculationRun run) {
            return runs.finish(run);
        }
    }
}
