package dev.streakline.persistence.history;

import dev.streakline.application.history.HistoriesContract;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.intake.PostgresFactLog;

class PostgresHistoriesTest extends HistoriesContract {

    @Override
    protected Store store() {
        Database database = TestDatabase.open();
        return new Store(new PostgresFactLog(database), new PostgresHistories(database));
    }
}
