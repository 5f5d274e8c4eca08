package dev.streakline.persistence.history;

import dev.streakline.application.history.Engine;
import dev.streakline.application.history.StatisticsContract;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;

class PostgresStatisticsTest extends StatisticsContract {

    @Override
    protected Store store() {
        Database database = TestDatabase.open();
        return new Store(
                new PostgresFactLog(database),
                new PostgresStatistics(database, Engine.ofThisRuntime(), 2),
                new PostgresHistories(database),
                new PostgresPolicyVersions(database));
    }
}
