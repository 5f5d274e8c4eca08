package dev.streakline.architecture.planted.nostandardstreams.cli;

final class ProperCommand {
    void print() {
        System.out.println("3 days");
    }
}
