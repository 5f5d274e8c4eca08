package dev.streakline.architecture.planted.nopackagecycles.domain.streak;

import dev.streakline.architecture.planted.nopackagecycles.domain.calendar.Run;

public record KnowsRun(Run run) {}
