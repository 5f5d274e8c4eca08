package dev.streakline.architecture.planted.staticfieldsfinal.cli;

final class ProperCommand {
    static final int LIMIT = 5;
}
