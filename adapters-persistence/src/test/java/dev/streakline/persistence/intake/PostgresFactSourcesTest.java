package dev.streakline.persistence.intake;

import dev.streakline.application.intake.FactSourcesContract;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;

class PostgresFactSourcesTest extends FactSourcesContract {

    @Override
    protected Store store() {
        Database database = TestDatabase.open();
        return new Store(new PostgresFactLog(database), new PostgresFactSources(database));
    }
}
