package dev.streakline.persistence.lifetime;

import dev.streakline.application.lifetime.KeptLifetimesContract;
import dev.streakline.application.statistics.Engine;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.history.PostgresHistories;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.ranking.PostgresRankings;
import dev.streakline.persistence.statistics.PostgresStatistics;

class PostgresKeptLifetimesTest extends KeptLifetimesContract {

    @Override
    protected Store store() {
        Database database = TestDatabase.open();
        Engine engine = Engine.ofThisRuntime();
        PostgresRankings rankings = new PostgresRankings(database);
        return new Store(
                new PostgresFactLog(database),
                new PostgresStatistics(database, engine, 2),
                new PostgresHistories(database),
                rankings,
                new PostgresKeptLifetimes(database, engine, rankings));
    }
}
