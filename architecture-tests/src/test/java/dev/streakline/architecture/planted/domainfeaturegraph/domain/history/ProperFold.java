package dev.streakline.architecture.planted.domainfeaturegraph.domain.history;

import dev.streakline.architecture.planted.domainfeaturegraph.domain.calendar.ProperDay;
import dev.streakline.architecture.planted.domainfeaturegraph.domain.streak.ProperRun;

record ProperFold(ProperRun run, ProperDay day) {}
