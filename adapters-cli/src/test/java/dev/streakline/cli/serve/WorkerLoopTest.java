package dev.streakline.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.memory.InMemoryRecalculationRuns;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.statistics.RefreshStatistics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerLoopTest {

    private static final Duration OFTEN = Duration.ofMillis(1);
    private static final WorkerPace FAST = new WorkerPace(OFTEN, OFTEN, OFTEN, OFTEN, OFTEN, Duration.ofSeconds(30));

    private final Days days = new Days("2025-12-31T20:00:00Z");
    private final InMemoryStore store = new InMemoryStore(days);
    private final List<String> words = new CopyOnWriteArrayList<>();

    /** Done before each fold. */
    private volatile Runnable before = () -> {};

    private WorkerLoop start(WorkerPace workerPace) {
        RefreshStatistics refreshStatistics =
                new RefreshStatistics(new FailingStatistics(store, selection -> before.run()), store.rankings(), days);
        return WorkerLoop.start(refreshStatistics, new InMemoryRecalculationRuns(), days, workerPace, words::add);
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(1);
        }
    }

    @Test
    void it_folds_who_is_settled_until_it_is_closed() throws InterruptedException {
        days.send(store, Days.watched("ada", "2025-12-31T19:00:00Z"));
        WorkerLoop loop = start(FAST);
        until(() -> loop.counts().lastSuccess() != null);
        assertThat(loop.counts().viewers()).isZero();
        days.turnTo("2025-12-31T20:00:01Z");
        until(() -> loop.counts().viewers() == 1);
        assertThat(store.find(new ViewerId("ada"))).isPresent();
        loop.close();
        days.turnTo("2026-01-01T00:00:00Z");
        Thread.sleep(20);
        assertThat(loop.counts().viewers()).isEqualTo(1);
        loop.close();
    }

    @Test
    void failures_do_not_end_it() throws InterruptedException {
        CountDownLatch failures = new CountDownLatch(3);
        before = () -> {
            failures.countDown();
            throw new StoreUnavailableException("gone", new IOException());
        };
        try (WorkerLoop loop = start(FAST)) {
            assertThat(failures.await(1, TimeUnit.MINUTES)).isTrue();
            before = () -> {};
            until(() -> words.size() == 2);
            assertThat(words).endsWith("Folding goes on.");
            assertThat(loop.counts().failures()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void closing_waits_for_no_rest() throws InterruptedException {
        Duration forEver = Duration.ofDays(1);
        WorkerLoop loop = start(new WorkerPace(forEver, forEver, forEver, forEver, OFTEN, forEver));
        until(() -> loop.counts().lastSuccess() != null);
        loop.close();
        assertThat(words).isEmpty();
    }

    /** Whatever fails by the interruption is not told. */
    @Test
    void closing_waits_for_what_is_being_folded() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        before = () -> {
            begun.countDown();
            waitFor(ended);
            throw new IllegalStateException("interrupted");
        };
        WorkerLoop loop = start(FAST);
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(loop::close, task -> new Thread(task).start());
        Thread.sleep(50);
        assertThat(closing).isNotDone();
        ended.countDown();
        closing.join();
        assertThat(words).isEmpty();
        assertThat(loop.counts().failures()).isEqualTo(1);
    }

    private static void waitFor(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
