package dev.streakline.application.memory;

import dev.streakline.application.intake.IntakeTalliesContract;

class InMemoryIntakeTalliesTest extends IntakeTalliesContract {

    @Override
    protected Store store() {
        InMemoryStore store = new InMemoryStore();
        return new Store(store, store, store.rankings(), store.intake());
    }
}
