package dev.streakline.architecture.planted.nullmarkedpackages.domain.streak;

record Unmarked(int days) {}
