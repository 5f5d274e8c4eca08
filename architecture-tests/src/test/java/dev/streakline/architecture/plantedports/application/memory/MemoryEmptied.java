package dev.streakline.architecture.plantedports.application.memory;

import dev.streakline.architecture.plantedports.application.log.Emptied;

public record MemoryEmptied(int days) implements Emptied {}
