package dev.streakline.application.memory;

import dev.streakline.application.intake.ArchiveContract;

class InMemoryArchiveTest extends ArchiveContract {

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryArchive archive = store.archive();

    @Override
    protected Store store() {
        return new Store(store.facts(), archive);
    }
}
