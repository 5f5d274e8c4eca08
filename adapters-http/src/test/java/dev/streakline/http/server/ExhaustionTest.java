package dev.streakline.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExhaustionTest {

    private final List<OutOfMemoryError> seen = new CopyOnWriteArrayList<>();
    private final Exhaustion exhaustion = new Exhaustion(seen::add);

    @Test
    void a_failure_that_came_of_too_little_memory_is_seen_below_others() {
        exhaustion.look(new IllegalStateException(new IllegalArgumentException("no memory at all")));
        assertThat(seen).isEmpty();
        OutOfMemoryError exhausted = new OutOfMemoryError("on purpose");
        exhaustion.look(new IllegalStateException(new RuntimeException(exhausted)));
        assertThat(seen).containsExactly(exhausted);
    }

    @Test
    void it_is_seen_in_the_threads_of_the_server() throws Exception {
        QueuedThreadPool threads = exhaustion.threads();
        threads.start();
        try {
            CountDownLatch begun = new CountDownLatch(1);
            threads.execute(() -> {
                begun.countDown();
                throw new OutOfMemoryError("on purpose");
            });
            begun.await();
            while (seen.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            assertThat(seen).singleElement().asString().contains("on purpose");
        } finally {
            LifeCycle.stop(threads);
        }
    }

    @Test
    void it_is_seen_where_buffers_come_from() {
        assertThatThrownBy(() -> exhaustion.buffers().acquire(Integer.MAX_VALUE, false))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(seen).hasSize(1);
    }
}
