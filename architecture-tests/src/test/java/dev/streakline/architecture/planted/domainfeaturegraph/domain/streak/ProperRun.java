package dev.streakline.architecture.planted.domainfeaturegraph.domain.streak;

import dev.streakline.architecture.planted.domainfeaturegraph.domain.calendar.ProperDay;

public record ProperRun(ProperDay first) {}
