package dev.streakline.application.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.Streakline;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.memory.InMemoryStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerTest {

    private static final Duration OFTEN = Duration.ofMillis(1);
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final JobPace FAST = pace(OFTEN);

    private final Days days = new Days("2025-12-31T20:00:00Z");
    private final List<String> words = new CopyOnWriteArrayList<>();

    /** What the job of a test does in each round. */
    private volatile Runnable work = () -> {};

    private static JobPace pace(Duration pause) {
        return new JobPace(pause, new BackOff(pause, pause), pause);
    }

    private Job job(String name, JobPace pace) {
        return new Job(name, pace, faults -> {
            work.run();
            return StepResult.IDLE;
        });
    }

    private Worker start(Job... jobs) {
        return Worker.start(List.of(jobs), days, words::add);
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(1);
        }
    }

    @Test
    void the_worker_of_the_application_folds_settled_viewers_until_it_is_closed() throws InterruptedException {
        InMemoryStore store = new InMemoryStore(days);
        Streakline streakline = Streakline.inMemory(store, days);
        days.send(store.facts(), Days.watched("ada", "2025-12-31T19:00:00Z"));
        Worker worker = Worker.start(streakline.jobs(FAST, Lease.DEFAULT), days, words::add);
        until(() -> worker.counts("folding").lastSuccess() != null);
        assertThat(streakline.foldCounts().viewers()).isZero();
        days.turnTo("2025-12-31T20:00:01Z");
        until(() -> streakline.foldCounts().viewers() == 1);
        assertThat(store.statistics().find(new ViewerId("ada"))).isPresent();
        worker.close();
        days.turnTo("2026-01-01T00:00:00Z");
        Thread.sleep(20);
        assertThat(streakline.foldCounts().viewers()).isEqualTo(1);
        worker.close();
        assertThat(words).isEmpty();
    }

    @Test
    void an_application_starts_its_worker_itself() throws InterruptedException {
        InMemoryStore store = new InMemoryStore(days);
        days.send(store.facts(), Days.watched("ada", "2025-12-31T19:00:00Z"));
        days.turnTo("2025-12-31T21:00:00Z");
        try (Worker worker = Streakline.inMemory(store, days).worker(words::add)) {
            until(() -> store.statistics().find(new ViewerId("ada")).isPresent());
            until(() -> worker.counts("folding").lastSuccess() != null);
            assertThat(worker.failures()).isZero();
        }
    }

    @Test
    void failures_do_not_end_a_job() throws InterruptedException {
        CountDownLatch failures = new CountDownLatch(3);
        work = () -> {
            failures.countDown();
            throw new StoreUnavailableException("gone", new IOException());
        };
        try (Worker worker = start(job("folding", FAST))) {
            assertThat(failures.await(1, TimeUnit.MINUTES)).isTrue();
            work = () -> {};
            until(() -> words.size() == 2);
            assertThat(words).containsExactly("Folding has stopped, and is tried again: gone", "Folding continues.");
            assertThat(worker.failures()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void a_slow_job_does_not_hold_up_the_others() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Job slow = new Job("exports", FAST, faults -> {
            waitFor(ended);
            return StepResult.WORKED;
        });
        try (Worker worker = start(slow, job("folding", FAST))) {
            until(() -> worker.counts("folding").lastSuccess() != null);
            assertThat(worker.counts("exports")).isEqualTo(new JobCounts(0, null));
            ended.countDown();
        }
    }

    @Test
    void each_job_has_a_thread_of_its_name_and_pauses_at_its_own_pace() throws InterruptedException {
        Queue<String> pauses = new ConcurrentLinkedQueue<>();
        WorkerThreads threads = new WorkerThreads(Thread::new, length -> {
            pauses.add(Thread.currentThread().getName() + " " + length);
            Thread.sleep(FOR_EVER.toMillis());
        });
        List<Job> jobs = List.of(
                job("folding", pace(Duration.ofSeconds(2))), new Job("exports", pace(Duration.ofSeconds(3)), faults -> {
                    throw new StepRefusedException("No exports here.", new IOException());
                }));
        Worker worker = Worker.start(jobs, days, words::add, threads);
        until(() -> pauses.size() == 2);
        assertThat(pauses).containsExactlyInAnyOrder("streakline-folding PT2S", "streakline-exports PT3S");
        worker.close();
        assertThat(words).containsExactly("No exports here.");
    }

    @Test
    void jobs_have_different_names() {
        assertThatThrownBy(() -> start(job("folding", FAST), job("folding", FAST)))
                .hasMessage("two jobs have the name \"folding\"");
        try (Worker worker = start(job("folding", FAST))) {
            assertThatThrownBy(() -> worker.counts("exports"))
                    .hasMessage("no job is named \"exports\"; there are [folding]");
        }
    }

    @Test
    void closing_does_not_wait_for_a_pause() throws InterruptedException {
        Worker worker = start(job("folding", pace(FOR_EVER)));
        until(() -> worker.counts("folding").lastSuccess() != null);
        worker.close();
        assertThat(words).isEmpty();
    }

    /** Whatever fails because of the interruption is not reported. */
    @Test
    void closing_waits_for_a_round_that_is_under_way() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        work = () -> {
            begun.countDown();
            waitFor(ended);
            throw new IllegalStateException("interrupted");
        };
        Worker worker = start(job("folding", FAST));
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(worker::close, task -> new Thread(task).start());
        Thread.sleep(50);
        assertThat(closing).isNotDone();
        ended.countDown();
        closing.join();
        assertThat(words).isEmpty();
        assertThat(worker.failures()).isEqualTo(1);
    }

    @Test
    void steps_in_order_worked_when_one_of_them_did_and_end_with_the_first_that_throws() {
        List<String> done = new CopyOnWriteArrayList<>();
        Step first = faults -> {
            done.add("first");
            return StepResult.WORKED;
        };
        Step second = faults -> {
            faults.accept("a fault");
            return StepResult.IDLE;
        };
        Step broken = faults -> {
            throw new IllegalStateException("broken");
        };
        assertThat(Step.inOrder(List.of(first, second)).advance(words::add)).isEqualTo(StepResult.WORKED);
        assertThat(Step.inOrder(List.of(second)).advance(words::add)).isEqualTo(StepResult.IDLE);
        assertThat(words).containsExactly("a fault", "a fault");
        assertThatThrownBy(() -> Step.inOrder(List.of(broken, first)).advance(words::add))
                .hasMessage("broken");
        assertThat(done).containsExactly("first");
    }

    private static void waitFor(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
