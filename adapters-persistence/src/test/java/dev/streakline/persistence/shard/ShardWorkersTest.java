package dev.streakline.persistence.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ShardWorkersTest {

    private final ShardWorkers workers = new ShardWorkers(2);
    private final AtomicInteger ended = new AtomicInteger();

    @Test
    void every_shard_is_worked_on_once() {
        assertThat(workers.each(Shards.ALL, () -> "tool", (shard, tool) -> shard))
                .containsExactlyInAnyOrderElementsOf(Shards.ALL);
        assertThat(workers.each(List.of(3), () -> "tool", (shard, tool) -> shard + tool))
                .containsExactly("3tool");
        assertThat(workers.each(List.of(), () -> "tool", (shard, tool) -> shard))
                .isEmpty();
    }

    @Test
    void an_interrupted_caller_waits_for_the_shards_under_way_and_for_no_other() {
        CountDownLatch begun = new CountDownLatch(2);
        Thread caller = Thread.currentThread();
        assertThatThrownBy(() -> workers.each(Shards.ALL, () -> "tool", (shard, tool) -> {
                    begun.countDown();
                    await(begun);
                    caller.interrupt();
                    pause();
                    return ended.incrementAndGet();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).hasValueBetween(2, 4);
    }

    @Test
    void a_failure_is_thrown_after_the_shards_under_way_have_ended() {
        CountDownLatch begun = new CountDownLatch(2);
        assertThatThrownBy(() -> workers.each(Shards.ALL, () -> "tool", (shard, tool) -> {
                    begun.countDown();
                    await(begun);
                    if (shard == 0) {
                        throw new IllegalStateException("failed");
                    }
                    pause();
                    return ended.incrementAndGet();
                }))
                .hasMessage("failed");
        assertThat(ended).hasValueBetween(1, 2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
