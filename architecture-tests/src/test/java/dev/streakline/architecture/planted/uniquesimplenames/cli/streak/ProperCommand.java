package dev.streakline.architecture.planted.uniquesimplenames.cli.streak;

record ProperCommand(int days) {
    record Stop(int day) {}
}
