package dev.streakline.architecture.planted.novagueclassnames.cli;

record StreakDto(int days) {}
