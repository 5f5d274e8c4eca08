package dev.streakline.architecture.planted.novagueclassnames.domain.streak;

record ProperNest(int days) {
    record RunImpl(int days) {}
}
