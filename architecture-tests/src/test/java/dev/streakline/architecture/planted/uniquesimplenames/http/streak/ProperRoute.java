package dev.streakline.architecture.planted.uniquesimplenames.http.streak;

record ProperRoute(int days) {
    private record ProperPart(int days) {}

    int part() {
        return new ProperPart(days).days();
    }
}
