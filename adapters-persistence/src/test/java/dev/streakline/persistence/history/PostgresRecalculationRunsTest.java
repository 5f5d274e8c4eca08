package dev.streakline.persistence.history;

import dev.streakline.application.history.RecalculationRuns;
import dev.streakline.application.history.RecalculationRunsContract;
import dev.streakline.persistence.database.TestDatabase;

class PostgresRecalculationRunsTest extends RecalculationRunsContract {

    @Override
    protected RecalculationRuns runs() {
        return new PostgresRecalculationRuns(TestDatabase.open());
    }
}
