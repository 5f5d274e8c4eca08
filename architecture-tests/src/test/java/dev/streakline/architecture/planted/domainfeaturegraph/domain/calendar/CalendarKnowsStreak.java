package dev.streakline.architecture.planted.domainfeaturegraph.domain.calendar;

import dev.streakline.architecture.planted.domainfeaturegraph.domain.streak.Streak;

record CalendarKnowsStreak(Streak streak) {}
