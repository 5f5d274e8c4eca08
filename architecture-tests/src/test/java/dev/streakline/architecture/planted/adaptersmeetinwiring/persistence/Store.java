package dev.streakline.architecture.planted.adaptersmeetinwiring.persistence;

public record Store(String name) {}
