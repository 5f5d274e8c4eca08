package dev.streakline.architecture.planted.staticfieldsfinal.domain.streak;

final class RemembersForAll {
    static int breachCount;
    static final int PROPER = 1;

    static void add() {
        breachCount += PROPER;
    }
}
