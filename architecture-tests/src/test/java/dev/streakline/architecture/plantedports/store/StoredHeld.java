package dev.streakline.architecture.plantedports.store;

import dev.streakline.architecture.plantedports.application.log.Held;

public record StoredHeld(int days) implements Held {}
