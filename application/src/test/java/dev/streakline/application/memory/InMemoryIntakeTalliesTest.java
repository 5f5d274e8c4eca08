package dev.streakline.application.memory;

import dev.streakline.application.intake.IntakeTalliesContract;

class InMemoryIntakeTalliesTest extends IntakeTalliesContract {

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryIntakeTallies tallies = store.tallies();

    @Override
    protected Store store() {
        return new Store(store.facts(), store.statistics(), store.rankings(), tallies);
    }
}
