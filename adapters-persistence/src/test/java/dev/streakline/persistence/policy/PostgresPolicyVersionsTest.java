package dev.streakline.persistence.policy;

import dev.streakline.application.policy.PolicyVersionsContract;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.history.PostgresHistories;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.ranking.PostgresRankings;
import dev.streakline.persistence.statistics.PostgresStatistics;

class PostgresPolicyVersionsTest extends PolicyVersionsContract {

    @Override
    protected Store store() {
        Database database = TestDatabase.open();
        return new Store(
                new PostgresFactLog(database),
                new PostgresPolicyVersions(database),
                new PostgresHistories(database),
                new PostgresStatistics(database, FoldVersion.ofThisRuntime(), 2),
                new PostgresRankings(database));
    }
}
