package dev.streakline.application.memory;

import dev.streakline.application.lifetime.KeptLifetimesContract;

class InMemoryKeptLifetimesTest extends KeptLifetimesContract {

    @Override
    protected Store store() {
        InMemoryStore store = new InMemoryStore();
        return new Store(store, store, store, store.rankings(), store);
    }
}
