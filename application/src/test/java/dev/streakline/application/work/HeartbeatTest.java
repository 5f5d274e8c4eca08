package dev.streakline.application.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.history.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    @Test
    void a_heartbeat_that_misses_the_store_is_not_the_last() throws InterruptedException {
        CountDownLatch signs = new CountDownLatch(5);
        Runnable missed = () -> {
            signs.countDown();
            throw new StoreUnavailableException("gone", new IOException());
        };
        try (Heartbeat beating = Heartbeat.start(missed, Duration.ofMillis(1))) {
            assertThat(beating).isNotNull();
            assertThat(signs.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }
}
