package dev.streakline.architecture.planted.domainfieldsfinal.domain.streak;

public final class ProperTally {
    private int count;

    int add() {
        return ++count;
    }
}
