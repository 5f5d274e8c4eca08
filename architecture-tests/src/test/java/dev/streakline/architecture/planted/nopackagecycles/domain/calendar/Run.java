package dev.streakline.architecture.planted.nopackagecycles.domain.calendar;

public record Run(int length) {}
