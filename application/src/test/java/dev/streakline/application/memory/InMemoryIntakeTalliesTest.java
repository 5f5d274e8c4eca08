package dev.streakline.application.memory;

import dev.streakline.application.intake.IntakeTalliesContract;

class InMemoryIntakeTalliesTest extends IntakeTalliesContract {

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryIntake intake = store.intake();

    @Override
    protected Store store() {
        return new Store(store, store, store.rankings(), intake);
    }
}
