package dev.streakline.application.memory;

import dev.streakline.application.history.HistoriesContract;

class InMemoryHistoriesTest extends HistoriesContract {

    @Override
    protected Store store() {
        InMemoryStore store = new InMemoryStore();
        return new Store(store, store);
    }
}
