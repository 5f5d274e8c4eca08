package dev.streakline.persistence.recalculation;

import dev.streakline.application.recalculation.RecalculationRuns;
import dev.streakline.application.recalculation.RecalculationRunsContract;
import dev.streakline.persistence.database.TestDatabase;

class PostgresRecalculationRunsTest extends RecalculationRunsContract {

    @Override
    protected RecalculationRuns runs() {
        return new PostgresRecalculationRuns(TestDatabase.open());
    }
}
