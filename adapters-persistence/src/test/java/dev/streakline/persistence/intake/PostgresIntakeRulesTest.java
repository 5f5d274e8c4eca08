package dev.streakline.persistence.intake;

import dev.streakline.application.intake.IntakeRuleVersionsContract;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;

class PostgresIntakeRulesTest extends IntakeRuleVersionsContract {

    @Override
    protected Store store() {
        Database database = TestDatabase.open();
        return new Store(new PostgresFactLog(database), new PostgresIntakeRules(database));
    }
}
