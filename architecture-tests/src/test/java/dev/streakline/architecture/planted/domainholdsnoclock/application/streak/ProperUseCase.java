package dev.streakline.architecture.planted.domainholdsnoclock.application.streak;

import java.time.InstantSource;

record ProperUseCase(InstantSource source) {}
