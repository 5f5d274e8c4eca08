package dev.streakline.domain.statistics;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.streak.LatestDay;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.streak.StreakTally;

/** Collects the days that qualify, the longest streak, and the latest day of all facts. */
final class StreakListener implements FoldListener {

    private final StreakTally streak;
    private LatestDay.LatestDayTally latest = new LatestDay.LatestDayTally();

    StreakListener(StreakPolicy policy) {
        this.streak = new StreakTally(policy, ActivityCalendar.EMPTY);
    }

    @Override
    public void begin(ActivityCalendar bridges) {
        streak.begin(bridges);
        latest = new LatestDay.LatestDayTally();
    }

    @Override
    public void addPlay(FactCursor fact) {
        latest.add(fact.at(), fact.day());
        if (fact.isLengthUnknown() || fact.completed() == Completed.YES) {
            streak.addQualifiedDay(fact.day());
        } else {
            streak.addPlay(fact.day(), fact.counted());
        }
    }

    @Override
    public void addInteraction(FactCursor fact) {
        latest.add(fact.at(), fact.day());
    }

    int longest() {
        return streak.longest();
    }

    ActivityCalendar qualified() {
        return streak.qualified();
    }

    LatestDay latest() {
        return latest.latest();
    }
}
