package dev.streakline.architecture.planted.domainfieldsfinal.domain.streak;

public final class ProperTracker {
    private int count;

    int add() {
        return ++count;
    }
}
