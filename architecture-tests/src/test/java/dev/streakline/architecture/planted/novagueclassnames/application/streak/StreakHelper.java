package dev.streakline.architecture.planted.novagueclassnames.application.streak;

record StreakHelper(int days) {}
