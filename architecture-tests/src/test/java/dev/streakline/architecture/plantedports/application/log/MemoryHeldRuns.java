package dev.streakline.architecture.plantedports.application.log;

import dev.streakline.architecture.plantedports.application.memory.Memory;

final class MemoryHeldRuns extends HeldContract {
    @Override
    Held port() {
        return Memory.held(1);
    }
}
