package dev.streakline.architecture.planted.nopackagecycles.domain.calendar;

import dev.streakline.architecture.planted.nopackagecycles.domain.streak.KnowsRun;

record KnowsStreak(KnowsRun streak) {}
