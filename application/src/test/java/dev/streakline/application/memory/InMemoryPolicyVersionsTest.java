package dev.streakline.application.memory;

import dev.streakline.application.policy.PolicyVersionsContract;

class InMemoryPolicyVersionsTest extends PolicyVersionsContract {

    @Override
    protected Store store() {
        InMemoryStore store = new InMemoryStore();
        return new Store(store, store, store, store, store.rankings());
    }
}
