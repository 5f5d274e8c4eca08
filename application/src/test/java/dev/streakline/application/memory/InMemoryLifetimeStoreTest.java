package dev.streakline.application.memory;

import dev.streakline.application.lifetime.LifetimeStoreContract;

class InMemoryLifetimeStoreTest extends LifetimeStoreContract {

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryLifetimeStore lifetimes = store.lifetimes();

    @Override
    protected Store store() {
        return new Store(store.facts(), store.statistics(), store.histories(), store.rankings(), lifetimes);
    }
}
