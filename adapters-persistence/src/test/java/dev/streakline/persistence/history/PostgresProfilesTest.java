package dev.streakline.persistence.history;

import dev.streakline.application.viewer.ProfilesContract;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;

class PostgresProfilesTest extends ProfilesContract {

    @Override
    protected Store store() {
        Database database = TestDatabase.open();
        return new Store(new PostgresFactLog(database), new PostgresProfiles(database));
    }
}
