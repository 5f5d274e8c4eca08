package dev.streakline.architecture.plantedports.application.log;

import dev.streakline.architecture.plantedports.application.memory.MemoryTwice;

final class MemoryTwiceRuns extends TwiceContract {
    @Override
    Twice port() {
        return new MemoryTwice(1);
    }
}
