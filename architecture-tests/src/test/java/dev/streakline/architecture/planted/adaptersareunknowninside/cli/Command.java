package dev.streakline.architecture.planted.adaptersareunknowninside.cli;

public record Command(String name) {}
