package dev.streakline.application.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.domain.policy.Policies;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemoryTest {

    private final Memory memory = new Memory();

    private int version() {
        return memory.transact(transaction -> transaction.policies().current().number());
    }

    private void adopt() {
        memory.use(transaction -> transaction.policies().add(Policies.DEFAULT));
    }

    @Test
    void a_transaction_waits_for_the_one_that_runs() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch waited = new CountDownLatch(1);
        Thread first = new Thread(() -> memory.use(transaction -> {
            begun.countDown();
            await(waited);
            transaction.policies().add(Policies.DEFAULT);
        }));
        first.start();
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        Thread second = new Thread(this::adopt);
        second.start();
        while (second.isAlive() && second.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
        assertThat(second.getState()).isEqualTo(Thread.State.BLOCKED);
        waited.countDown();
        for (Thread thread : List.of(first, second)) {
            thread.join();
        }
        assertThat(version()).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void no_change_is_lost_when_many_write_at_once() throws InterruptedException {
        List<Thread> threads = Stream.generate(() -> new Thread(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        adopt();
                    }
                }))
                .limit(4)
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(version()).isEqualTo(4_000);
    }

    @Test
    void a_transaction_within_another_is_part_of_it() {
        memory.use(outer -> {
            adopt();
            assertThat(outer.policies().current().number()).isEqualTo(1);
        });
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void a_transaction_that_fails_releases_the_lock_and_undoes_nothing() throws InterruptedException {
        assertThatThrownBy(() -> memory.use(transaction -> {
                    transaction.policies().add(Policies.DEFAULT);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        Thread other = new Thread(this::adopt);
        other.start();
        other.join();
        assertThat(version()).isEqualTo(2);
    }
}
