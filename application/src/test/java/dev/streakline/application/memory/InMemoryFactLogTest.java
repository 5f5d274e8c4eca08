package dev.streakline.application.memory;

import dev.streakline.application.intake.FactLog;
import dev.streakline.application.intake.FactLogContract;

class InMemoryFactLogTest extends FactLogContract {

    private final InMemoryFactLog facts = new InMemoryStore().facts();

    @Override
    protected FactLog log() {
        return facts;
    }
}
