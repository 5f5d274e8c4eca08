package dev.streakline.architecture.planted.applicationallowlist.domain.streak;

public record ProperDay(int day) {}
