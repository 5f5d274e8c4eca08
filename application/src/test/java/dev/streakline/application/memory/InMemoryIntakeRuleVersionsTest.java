package dev.streakline.application.memory;

import dev.streakline.application.intake.IntakeRuleVersionsContract;

class InMemoryIntakeRuleVersionsTest extends IntakeRuleVersionsContract {

    @Override
    protected Store store() {
        InMemoryStore store = new InMemoryStore();
        return new Store(store, store.intake());
    }
}
