package dev.streakline.architecture.planted.novagueclassnames.domain.streak;

record DayUtil(int days) {}
