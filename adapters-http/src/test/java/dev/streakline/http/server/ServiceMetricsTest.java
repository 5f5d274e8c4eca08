package dev.streakline.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class ServiceMetricsTest {

    @Test
    void a_counter_goes_on_after_a_collection_of_garbage() {
        AtomicLong count = new AtomicLong(1);
        try (ServiceMetrics metrics = new ServiceMetrics(Map.of("things", (LongSupplier) count::get), Map.of())) {
            WeakReference<Object> garbage = new WeakReference<>(new Object());
            while (garbage.get() != null) {
                System.gc();
            }
            count.set(2);
            assertThat(metrics.text()).contains("streakline_things_total 2.0");
        }
    }
}
