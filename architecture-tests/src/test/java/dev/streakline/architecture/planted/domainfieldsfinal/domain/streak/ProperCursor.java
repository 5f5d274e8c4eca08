package dev.streakline.architecture.planted.domainfieldsfinal.domain.streak;

public final class ProperCursor {
    private int count;

    int add() {
        return ++count;
    }
}
