package dev.streakline.architecture.planted.domainfeaturegraph.domain.streak;

public record Streak(int length) {}
