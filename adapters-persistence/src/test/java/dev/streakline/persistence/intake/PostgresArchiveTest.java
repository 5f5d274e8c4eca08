package dev.streakline.persistence.intake;

import dev.streakline.application.intake.ArchiveContract;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;

class PostgresArchiveTest extends ArchiveContract {

    @Override
    protected Store store() {
        Database database = TestDatabase.open();
        return new Store(new PostgresFactLog(database), new PostgresArchive(database));
    }
}
