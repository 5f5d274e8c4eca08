package dev.streakline.architecture.planted.domainallowlist.domain.streak;

import dev.streakline.architecture.planted.domainallowlist.application.streak.ShowStreak;

record KnowsUseCase(ShowStreak caller) {}
