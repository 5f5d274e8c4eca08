package dev.streakline.architecture.planted.jsonallowlist.application;

public record UnknownFact(String id) {}
