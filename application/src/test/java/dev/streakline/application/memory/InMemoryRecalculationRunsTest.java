package dev.streakline.application.memory;

import dev.streakline.application.recalculation.RecalculationRuns;
import dev.streakline.application.recalculation.RecalculationRunsContract;
import java.time.Instant;
import java.time.InstantSource;

class InMemoryRecalculationRunsTest extends RecalculationRunsContract {

    @Override
    protected RecalculationRuns runs() {
        return new InMemoryRecalculationRuns(InstantSource.fixed(Instant.EPOCH));
    }
}
