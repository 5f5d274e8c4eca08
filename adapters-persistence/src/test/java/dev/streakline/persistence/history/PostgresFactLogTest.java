package dev.streakline.persistence.history;

import dev.streakline.application.history.FactLog;
import dev.streakline.application.history.FactLogContract;
import dev.streakline.persistence.database.TestDatabase;

class PostgresFactLogTest extends FactLogContract {

    @Override
    protected FactLog log() {
        return new PostgresFactLog(TestDatabase.open());
    }
}
