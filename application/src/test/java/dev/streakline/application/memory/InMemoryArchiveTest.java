package dev.streakline.application.memory;

import dev.streakline.application.intake.ArchiveContract;

class InMemoryArchiveTest extends ArchiveContract {

    @Override
    protected Store store() {
        InMemoryStore store = new InMemoryStore();
        return new Store(store, store);
    }
}
