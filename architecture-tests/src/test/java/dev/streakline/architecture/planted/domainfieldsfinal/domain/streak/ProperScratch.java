package dev.streakline.architecture.planted.domainfieldsfinal.domain.streak;

final class ProperScratch {
    private int count;

    int add() {
        return ++count;
    }
}
