package dev.streakline.application.memory;

import dev.streakline.application.lifetime.LifetimeStoreContract;

class InMemoryLifetimeStoreTest extends LifetimeStoreContract {

    @Override
    protected Store store() {
        InMemoryStore store = new InMemoryStore();
        return new Store(store, store, store, store.rankings(), store.lifetimes());
    }
}
