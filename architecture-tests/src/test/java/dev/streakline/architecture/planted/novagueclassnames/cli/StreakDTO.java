package dev.streakline.architecture.planted.novagueclassnames.cli;

record StreakDTO(int days) {}
