package dev.streakline.architecture.planted.domainholdsnoclock.domain.streak;

import java.time.InstantSource;

record HoldsASource(InstantSource source) {}
