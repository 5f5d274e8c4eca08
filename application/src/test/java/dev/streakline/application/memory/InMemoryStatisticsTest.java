package dev.streakline.application.memory;

import dev.streakline.application.history.StatisticsContract;

class InMemoryStatisticsTest extends StatisticsContract {

    @Override
    protected Store store() {
        InMemoryStore store = new InMemoryStore();
        return new Store(store, store, store, store);
    }
}
