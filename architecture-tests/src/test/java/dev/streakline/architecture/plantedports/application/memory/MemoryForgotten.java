package dev.streakline.architecture.plantedports.application.memory;

import dev.streakline.architecture.plantedports.application.log.Forgotten;

public record MemoryForgotten(int days) implements Forgotten {}
