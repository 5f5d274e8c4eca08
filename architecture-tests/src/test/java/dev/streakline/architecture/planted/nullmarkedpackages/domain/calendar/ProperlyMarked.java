package dev.streakline.architecture.planted.nullmarkedpackages.domain.calendar;

record ProperlyMarked(int days) {}
