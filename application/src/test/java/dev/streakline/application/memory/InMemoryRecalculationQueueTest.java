package dev.streakline.application.memory;

import dev.streakline.application.recalculation.RecalculationQueue;
import dev.streakline.application.recalculation.RecalculationQueueContract;
import dev.streakline.application.recalculation.RecalculationRuns;
import java.time.Duration;
import java.time.Instant;

class InMemoryRecalculationQueueTest extends RecalculationQueueContract {

    private Instant now = Instant.parse("2024-06-15T12:00:00.123456789Z");
    private final InMemoryRecalculationRuns runs = new InMemoryRecalculationRuns(() -> now);

    @Override
    protected RecalculationRuns runs() {
        return runs;
    }

    @Override
    protected RecalculationQueue queue() {
        return runs;
    }

    @Override
    protected void elapse(Duration time) {
        now = now.plus(time);
    }
}
