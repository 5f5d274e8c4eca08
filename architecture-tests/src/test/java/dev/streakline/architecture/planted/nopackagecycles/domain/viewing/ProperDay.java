package dev.streakline.architecture.planted.nopackagecycles.domain.viewing;

public record ProperDay(int day) {}
