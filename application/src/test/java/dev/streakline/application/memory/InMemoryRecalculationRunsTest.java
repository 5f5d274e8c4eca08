package dev.streakline.application.memory;

import dev.streakline.application.recalculation.RecalculationRuns;
import dev.streakline.application.recalculation.RecalculationRunsContract;

class InMemoryRecalculationRunsTest extends RecalculationRunsContract {

    @Override
    protected RecalculationRuns runs() {
        return new InMemoryRecalculationRuns();
    }
}
