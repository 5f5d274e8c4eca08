package dev.streakline.application.memory;

import dev.streakline.application.intake.FactSourcesContract;

class InMemoryFactSourcesTest extends FactSourcesContract {

    @Override
    protected Store store() {
        InMemoryStore store = new InMemoryStore();
        return new Store(store, store.intake());
    }
}
