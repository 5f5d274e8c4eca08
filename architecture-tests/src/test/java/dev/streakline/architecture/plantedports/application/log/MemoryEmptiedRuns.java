package dev.streakline.architecture.plantedports.application.log;

import dev.streakline.architecture.plantedports.application.memory.MemoryEmptied;

final class MemoryEmptiedRuns extends EmptiedContract {
    @Override
    Emptied port() {
        return new MemoryEmptied(1);
    }
}
