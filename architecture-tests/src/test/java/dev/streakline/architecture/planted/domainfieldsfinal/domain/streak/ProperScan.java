package dev.streakline.architecture.planted.domainfieldsfinal.domain.streak;

public final class ProperScan {
    private int count;

    int add() {
        return ++count;
    }
}
