package dev.streakline.application.memory;

import dev.streakline.application.viewer.ProfilesContract;

class InMemoryProfilesTest extends ProfilesContract {

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryProfiles profiles = store.profiles();

    @Override
    protected Store store() {
        return new Store(store.facts(), profiles);
    }
}
