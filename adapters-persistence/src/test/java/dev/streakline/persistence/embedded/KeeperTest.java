package dev.streakline.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeeperTest {
    private static final Duration SOON = Duration.ofSeconds(8);

    private final List<String> words = new CopyOnWriteArrayList<>();
    private final AtomicLong free = new AtomicLong(200);
    private final FakeCare care = new FakeCare();
    private final Keeper keeper = Keeper.of(care, FreeRoom.measuredBy(free::get, 100), words::add);

    /** A server that is there or not, and that starts or reports why not. */
    private static final class FakeCare implements Keeper.Care {
        private volatile boolean isThere = true;
        private volatile String failure = "";
        private volatile boolean isBroken;
        private final AtomicLong tries = new AtomicLong();

        @Override
        public boolean isThere() {
            return isThere;
        }

        @Override
        public void bringBack() {
            tries.incrementAndGet();
            if (failure.isEmpty() && isBroken) {
                throw new IllegalStateException("a bug");
            }
            if (!failure.isEmpty()) {
                throw new DatabaseUnavailableException(failure);
            }
            isThere = true;
        }

        @Override
        public String lastWords() {
            return "PANIC";
        }
    }

    @AfterEach
    void close() {
        keeper.close();
    }

    private void awaitWords(int count) throws InterruptedException {
        Deadline deadline = Deadline.in(SOON);
        while (words.size() < count) {
            assertThat(deadline.isOver()).as("words: %s", words).isFalse();
            Deadline.pause();
        }
    }

    @Test
    void a_lost_server_is_brought_back_and_reported_once_each() throws Exception {
        care.isThere = false;
        awaitWords(2);
        assertThat(words)
                .containsExactly(
                        "the database server has stopped and is being started again. The end of its log:\nPANIC",
                        "the database server is back after 0 s");
        assertThat(keeper.trouble()).isNull();
        assertThat(keeper.awaitServer()).isTrue();
    }

    @Test
    void a_reason_is_repeated_when_it_changes_and_not_for_another_time_of_day() throws Exception {
        care.failure = "no start at 10:00";
        care.isThere = false;
        awaitWords(2);
        care.failure = "no start at 10:01";
        while (care.tries.get() < 2) {
            Deadline.pause();
        }
        care.failure = "no memory";
        awaitWords(3);
        assertThat(words.get(1)).endsWith("tried again: no start at 10:00");
        assertThat(words.get(2)).endsWith("tried again: no memory");
        assertThat(keeper.trouble()).endsWith("the last attempt failed: no memory");
    }

    @Test
    void a_full_disk_is_looked_at_every_second_and_the_server_started_once_there_is_room() throws Exception {
        free.set(10);
        care.failure = "No space left on device";
        care.isThere = false;
        awaitWords(2);
        Thread.sleep(2_500);
        assertThat(care.tries).hasValue(1);
        assertThat(keeper.trouble()).contains("the disk is full: 0 MB are free, and 1 MB are needed");
        assertThat(keeper.awaitServer()).isFalse();

        care.failure = "";
        free.set(150);
        awaitWords(3);
        assertThat(words.get(2)).startsWith("the database server is back");
    }

    @Test
    void a_call_that_waits_for_the_server_returns_when_it_is_back() {
        care.failure = "not yet";
        care.isThere = false;
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(keeper::awaitServer);
        assertThat(waiting.completeOnTimeout(false, 700, java.util.concurrent.TimeUnit.MILLISECONDS)
                        .join())
                .isFalse();
        care.failure = "";
        assertThat(CompletableFuture.supplyAsync(keeper::awaitServer))
                .succeedsWithin(SOON)
                .isEqualTo(true);
    }

    @Test
    void a_failure_that_nobody_foresaw_is_reported_and_tried_again() throws Exception {
        care.isBroken = true;
        care.isThere = false;
        awaitWords(2);
        assertThat(words.get(1)).endsWith("tried again: java.lang.IllegalStateException: a bug");
        care.isBroken = false;
        awaitWords(3);
        assertThat(words.get(2)).startsWith("the database server is back");
    }

    @Test
    void nobody_waits_for_a_keeper_that_is_closed() {
        care.failure = "not yet";
        care.isThere = false;
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(keeper::awaitServer);
        keeper.close();
        assertThat(waiting).succeedsWithin(SOON).isEqualTo(false);
        assertThat(keeper.awaitServer()).isFalse();
    }
}
