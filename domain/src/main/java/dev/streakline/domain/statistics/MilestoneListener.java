package dev.streakline.domain.statistics;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.milestone.Achievement;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.milestone.MilestoneTracker;
import dev.streakline.domain.viewing.CompletionTally;
import java.util.ArrayList;
import java.util.List;

/** Collects the rungs of ladders that are crossed; to be called after the listeners that it reads. */
final class MilestoneListener implements FoldListener {

    private final List<MilestoneTracker> trackers;
    private final TotalsListener totals;
    private final CompletionTally completions;
    private final StreakListener streak;
    private List<Achievement> achievements = new ArrayList<>();

    MilestoneListener(List<Ladder> ladders, TotalsListener totals, CompletionTally completions, StreakListener streak) {
        this.trackers = ladders.stream().map(MilestoneTracker::new).toList();
        this.totals = totals;
        this.completions = completions;
        this.streak = streak;
    }

    @Override
    public void begin(ActivityCalendar bridges) {
        trackers.forEach(MilestoneTracker::clear);
        achievements = new ArrayList<>();
    }

    @Override
    public void addPlay(FactCursor fact) {
        // The values are read at the end of the instant.
    }

    @Override
    public void endInstant(long at, Precision precision) {
        for (MilestoneTracker tracker : trackers) {
            long value = switch (tracker.measure()) {
                case MOVIES -> completions.movies();
                case SHOWS -> completions.shows();
                case EPISODES -> completions.episodes();
                case HOURS -> totals.seconds() / 3_600;
                case STREAK -> streak.longest();
            };
            tracker.advanceTo(value, at, precision, achievements);
        }
    }

    /** In the order in which they were crossed. */
    List<Achievement> achievements() {
        return achievements;
    }
}
