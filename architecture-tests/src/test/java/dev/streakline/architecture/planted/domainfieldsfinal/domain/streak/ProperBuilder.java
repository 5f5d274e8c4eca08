package dev.streakline.architecture.planted.domainfieldsfinal.domain.streak;

public final class ProperBuilder {
    private int count;

    int add() {
        return ++count;
    }
}
