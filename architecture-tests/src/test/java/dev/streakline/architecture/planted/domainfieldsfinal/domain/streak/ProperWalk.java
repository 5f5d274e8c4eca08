package dev.streakline.architecture.planted.domainfieldsfinal.domain.streak;

public final class ProperWalk {
    private int count;

    int add() {
        return ++count;
    }
}
