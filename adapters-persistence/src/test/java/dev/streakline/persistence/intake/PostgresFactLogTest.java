package dev.streakline.persistence.intake;

import dev.streakline.application.intake.FactLog;
import dev.streakline.application.intake.FactLogContract;
import dev.streakline.persistence.database.TestDatabase;

class PostgresFactLogTest extends FactLogContract {

    @Override
    protected FactLog log() {
        return new PostgresFactLog(TestDatabase.open());
    }
}
