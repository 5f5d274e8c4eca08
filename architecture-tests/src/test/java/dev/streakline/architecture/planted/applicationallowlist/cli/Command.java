package dev.streakline.architecture.planted.applicationallowlist.cli;

public record Command(String name) {}
