package dev.streakline.architecture.planted.staticfieldsfinal.cli;

final class CommandRemembersForAll {
    static int breachCount;

    static void add() {
        breachCount++;
    }
}
