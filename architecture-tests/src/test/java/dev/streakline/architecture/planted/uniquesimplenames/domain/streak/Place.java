package dev.streakline.architecture.planted.uniquesimplenames.domain.streak;

record Place(int row) {}
