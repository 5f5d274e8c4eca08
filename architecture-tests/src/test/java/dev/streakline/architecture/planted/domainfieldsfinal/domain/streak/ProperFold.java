package dev.streakline.architecture.planted.domainfieldsfinal.domain.streak;

public final class ProperFold {
    private int count;

    int add() {
        return ++count;
    }
}
