package dev.streakline.architecture.planted.novagueclassnames.domain.streak;

record StreakImpl(int days) {}
