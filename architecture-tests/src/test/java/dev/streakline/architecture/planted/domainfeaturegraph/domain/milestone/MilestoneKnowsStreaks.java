package dev.streakline.architecture.planted.domainfeaturegraph.domain.milestone;

import dev.streakline.architecture.planted.domainfeaturegraph.domain.streak.Streak;

interface MilestoneKnowsStreaks {
    Streak[] streaks();
}
