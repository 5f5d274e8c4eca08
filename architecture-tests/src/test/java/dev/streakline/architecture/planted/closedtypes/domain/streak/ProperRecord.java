package dev.streakline.architecture.planted.closedtypes.domain.streak;

record ProperRecord(int days) {}
