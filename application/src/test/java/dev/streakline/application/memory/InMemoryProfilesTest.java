package dev.streakline.application.memory;

import dev.streakline.application.viewer.ProfilesContract;

class InMemoryProfilesTest extends ProfilesContract {

    @Override
    protected Store store() {
        InMemoryStore store = new InMemoryStore();
        return new Store(store, store);
    }
}
