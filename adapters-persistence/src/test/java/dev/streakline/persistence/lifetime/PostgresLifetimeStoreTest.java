package dev.streakline.persistence.lifetime;

import dev.streakline.application.lifetime.LifetimeStoreContract;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.history.PostgresHistories;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.ranking.PostgresRankings;
import dev.streakline.persistence.statistics.PostgresStatistics;

class PostgresLifetimeStoreTest extends LifetimeStoreContract {

    @Override
    protected Store store() {
        Database database = TestDatabase.open();
        FoldVersion version = FoldVersion.ofThisRuntime();
        PostgresRankings rankings = new PostgresRankings(database);
        return new Store(
                new PostgresFactLog(database),
                new PostgresStatistics(database, version, 2),
                new PostgresHistories(database),
                rankings,
                new PostgresLifetimeStore(database, version, rankings));
    }
}
