package dev.streakline.architecture.plantedports.application.memory;

import dev.streakline.architecture.plantedports.application.log.Held;

public final class Memory {
    private Memory() {}

    public static Held held(int days) {
        return new MemoryHeld(days);
    }

    private record MemoryHeld(int days) implements Held {}
}
