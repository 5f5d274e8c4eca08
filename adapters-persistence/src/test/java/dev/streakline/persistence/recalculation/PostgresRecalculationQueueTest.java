package dev.streakline.persistence.recalculation;

import dev.streakline.application.recalculation.RecalculationQueue;
import dev.streakline.application.recalculation.RecalculationQueueContract;
import dev.streakline.application.recalculation.RecalculationRuns;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.TestDatabase;
import java.time.Duration;

class PostgresRecalculationQueueTest extends RecalculationQueueContract {

    private final Database database = TestDatabase.open();
    private final PostgresRecalculationRuns runs = new PostgresRecalculationRuns(database);

    @Override
    protected RecalculationRuns runs() {
        return runs;
    }

    @Override
    protected RecalculationQueue queue() {
        return runs;
    }

    /** The database's clock cannot be set; the instants that are compared with it can. */
    @Override
    protected void elapse(Duration time) {
        database.as(Scope.FOLD)
                .useFold(handle -> handle.createUpdate("update recalculation_run set due_at = due_at - :micros")
                        .bind("micros", time.toNanos() / 1_000)
                        .execute());
    }
}
