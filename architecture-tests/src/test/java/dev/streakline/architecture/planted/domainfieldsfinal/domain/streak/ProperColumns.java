package dev.streakline.architecture.planted.domainfieldsfinal.domain.streak;

public final class ProperColumns {
    private int count;

    int add() {
        return ++count;
    }
}
