package dev.streakline.application.memory;

import dev.streakline.application.intake.FactSourcesContract;

class InMemoryFactSourcesTest extends FactSourcesContract {

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryFactSources sources = store.sources();

    @Override
    protected Store store() {
        return new Store(store.facts(), sources);
    }
}
