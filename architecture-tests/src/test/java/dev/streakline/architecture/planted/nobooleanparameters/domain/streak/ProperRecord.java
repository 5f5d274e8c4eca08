package dev.streakline.architecture.planted.nobooleanparameters.domain.streak;

public record ProperRecord(boolean supplemental) {}
