package dev.streakline.application.memory;

import dev.streakline.application.intake.IntakeRuleVersionsContract;

class InMemoryIntakeRulesTest extends IntakeRuleVersionsContract {

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryIntakeRules intakeRules = store.intakeRules();

    @Override
    protected Store store() {
        return new Store(store.facts(), intakeRules);
    }
}
