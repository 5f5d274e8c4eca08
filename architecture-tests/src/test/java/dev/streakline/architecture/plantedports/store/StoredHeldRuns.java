package dev.streakline.architecture.plantedports.store;

final class StoredHeldRuns {
    final StoredHeld stored = new StoredHeld(1);
}
