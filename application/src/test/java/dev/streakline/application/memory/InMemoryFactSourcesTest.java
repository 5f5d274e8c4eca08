package dev.streakline.application.memory;

import dev.streakline.application.intake.FactSourcesContract;

class InMemoryFactSourcesTest extends FactSourcesContract {

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryIntake intake = store.intake();

    @Override
    protected Store store() {
        return new Store(store, intake);
    }
}
