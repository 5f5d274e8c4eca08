package dev.streakline.persistence.intake;

import dev.streakline.application.intake.FactLog;
import dev.streakline.application.intake.FactLogContract;
import dev.streakline.persistence.database.ForeignConnections;
import dev.streakline.persistence.database.TestDatabase;

/** The contract over connections that come without autocommit. */
class PostgresFactLogWithoutAutocommitTest extends FactLogContract {

    @Override
    protected FactLog log() {
        return new PostgresFactLog(
                TestDatabase.over(ForeignConnections.withoutAutocommit(TestDatabase.pooled(TestDatabase.create()))));
    }
}
