package dev.streakline.application.memory;

import dev.streakline.application.policy.PolicyVersionsContract;

class InMemoryPolicyVersionsTest extends PolicyVersionsContract {

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryPolicyVersions policies = store.policies();

    @Override
    protected Store store() {
        return new Store(store.facts(), policies, store.histories(), store.statistics(), store.rankings());
    }
}
