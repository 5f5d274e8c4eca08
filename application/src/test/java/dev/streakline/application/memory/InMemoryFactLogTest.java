package dev.streakline.application.memory;

import dev.streakline.application.history.FactLog;
import dev.streakline.application.history.FactLogContract;

class InMemoryFactLogTest extends FactLogContract {

    @Override
    protected FactLog log() {
        return new InMemoryStore();
    }
}
