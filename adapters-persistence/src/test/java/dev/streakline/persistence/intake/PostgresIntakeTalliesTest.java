package dev.streakline.persistence.intake;

import dev.streakline.application.intake.IntakeTalliesContract;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.ranking.PostgresRankings;
import dev.streakline.persistence.statistics.PostgresStatistics;

class PostgresIntakeTalliesTest extends IntakeTalliesContract {

    @Override
    protected Store store() {
        Database database = TestDatabase.open();
        return new Store(
                new PostgresFactLog(database),
                new PostgresStatistics(database, FoldVersion.ofThisRuntime(), 2),
                new PostgresRankings(database),
                new PostgresIntakeTallies(database));
    }
}
