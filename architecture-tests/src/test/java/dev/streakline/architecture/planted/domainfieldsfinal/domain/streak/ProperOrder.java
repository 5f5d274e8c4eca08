package dev.streakline.architecture.planted.domainfieldsfinal.domain.streak;

public final class ProperOrder {
    private int count;

    int add() {
        return ++count;
    }
}
