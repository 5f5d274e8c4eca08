package dev.streakline.architecture.planted.adaptersmeetinwiring.cli;

public record Command(String name) {}
