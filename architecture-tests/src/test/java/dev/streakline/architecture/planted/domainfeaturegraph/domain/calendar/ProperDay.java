package dev.streakline.architecture.planted.domainfeaturegraph.domain.calendar;

public record ProperDay(int day) {}
