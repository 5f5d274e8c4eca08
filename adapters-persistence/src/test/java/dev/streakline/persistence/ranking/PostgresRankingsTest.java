package dev.streakline.persistence.ranking;

import dev.streakline.application.ranking.RankingsContract;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.statistics.PostgresStatistics;

class PostgresRankingsTest extends RankingsContract {

    @Override
    protected Store store() {
        Database database = TestDatabase.open();
        return new Store(
                new PostgresFactLog(database),
                new PostgresStatistics(database, FoldVersion.ofThisRuntime(), 2),
                new PostgresRankings(database));
    }
}
