package dev.streakline.architecture.plantedports.application.memory;

import dev.streakline.architecture.plantedports.application.log.Twice;

public record MemoryTwice(int days) implements Twice {}
