package dev.streakline.persistence.viewer;

import dev.streakline.application.viewer.ProfilesContract;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.intake.PostgresFactLog;

class PostgresProfilesTest extends ProfilesContract {

    @Override
    protected Store store() {
        Database database = TestDatabase.open();
        return new Store(new PostgresFactLog(database), new PostgresProfiles(database));
    }
}
