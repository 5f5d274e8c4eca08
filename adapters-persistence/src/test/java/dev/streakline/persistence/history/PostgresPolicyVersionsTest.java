package dev.streakline.persistence.history;

import dev.streakline.application.history.Engine;
import dev.streakline.application.history.PolicyVersionsContract;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.ranking.PostgresRankings;

class PostgresPolicyVersionsTest extends PolicyVersionsContract {

    @Override
    protected Store store() {
        Database database = TestDatabase.open();
        return new Store(
                new PostgresFactLog(database),
                new PostgresPolicyVersions(database),
                new PostgresHistories(database),
                new PostgresStatistics(database, Engine.ofThisRuntime(), 2),
                new PostgresRankings(database));
    }
}
