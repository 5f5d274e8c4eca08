package dev.streakline.application.memory;

import dev.streakline.application.history.RecalculationRuns;
import dev.streakline.application.history.RecalculationRunsContract;

class InMemoryRecalculationRunsTest extends RecalculationRunsContract {

    @Override
    protected RecalculationRuns runs() {
        return new InMemoryRecalculationRuns();
    }
}
