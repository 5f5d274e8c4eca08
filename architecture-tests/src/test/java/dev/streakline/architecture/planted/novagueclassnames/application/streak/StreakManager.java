package dev.streakline.architecture.planted.novagueclassnames.application.streak;

record StreakManager(int days) {}
