package dev.streakline.architecture.planted.novagueclassnames.domain.streak;

record DayUtils(int days) {}
