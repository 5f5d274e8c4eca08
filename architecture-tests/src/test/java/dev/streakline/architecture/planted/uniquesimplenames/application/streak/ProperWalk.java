package dev.streakline.architecture.planted.uniquesimplenames.application.streak;

record ProperWalk(int days) {
    private record ProperPart(int days) {}

    int part() {
        return new ProperPart(days).days();
    }

    record Stop(int day) {}
}
