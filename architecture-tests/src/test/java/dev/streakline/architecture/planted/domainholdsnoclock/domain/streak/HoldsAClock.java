package dev.streakline.architecture.planted.domainholdsnoclock.domain.streak;

import java.time.Clock;

record HoldsAClock(Clock clock) {}
