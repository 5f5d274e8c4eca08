package dev.streakline.application.memory;

import dev.streakline.application.intake.IntakeRuleVersionsContract;

class InMemoryIntakeRuleVersionsTest extends IntakeRuleVersionsContract {

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryIntake intake = store.intake();

    @Override
    protected Store store() {
        return new Store(store, intake);
    }
}
