package dev.streakline.application.memory;

import dev.streakline.application.intake.FactLog;
import dev.streakline.application.intake.FactLogContract;

class InMemoryFactLogTest extends FactLogContract {

    @Override
    protected FactLog log() {
        return new InMemoryStore();
    }
}
