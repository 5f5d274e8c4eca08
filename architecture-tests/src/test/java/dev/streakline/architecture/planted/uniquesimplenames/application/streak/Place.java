package dev.streakline.architecture.planted.uniquesimplenames.application.streak;

record Place(int row) {}
