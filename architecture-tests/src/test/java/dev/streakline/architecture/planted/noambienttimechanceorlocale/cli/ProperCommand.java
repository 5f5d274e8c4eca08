package dev.streakline.architecture.planted.noambienttimechanceorlocale.cli;

final class ProperCommand {
    long started() {
        return System.nanoTime();
    }
}
