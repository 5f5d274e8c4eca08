package dev.streakline.application.memory;

import dev.streakline.application.access.ApiKeys;
import dev.streakline.application.access.ApiKeysContract;

class InMemoryApiKeysTest extends ApiKeysContract {

    @Override
    protected ApiKeys store() {
        return new InMemoryApiKeys();
    }
}
