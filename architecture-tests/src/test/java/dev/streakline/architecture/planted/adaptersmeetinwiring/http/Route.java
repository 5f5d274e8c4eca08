package dev.streakline.architecture.planted.adaptersmeetinwiring.http;

public record Route(String path) {}
