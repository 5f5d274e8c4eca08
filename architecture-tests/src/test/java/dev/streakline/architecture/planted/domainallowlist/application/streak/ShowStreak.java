package dev.streakline.architecture.planted.domainallowlist.application.streak;

public record ShowStreak(String name) {}
