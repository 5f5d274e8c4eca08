package dev.streakline.domain.statistics;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.milestone.Achievement;
import dev.streakline.domain.milestone.LadderProgress;
import dev.streakline.domain.streak.StreakHistory;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The statistics that the fold gives of one viewer. Nothing in it goes stale by time alone: methods whose result
 * depends on "now" take it as a parameter.
 *
 * @param watched the local days with a watch session
 * @param streaks the qualified days, and everything that streaks depend on
 * @param totals what was watched in all
 * @param achievements the rungs that the facts support, in the order in which they were crossed
 * @param daysByKind the local days with a session, by the kind of its title
 */
public record ViewerStatistics(
        ActivityCalendar watched,
        StreakHistory streaks,
        Totals totals,
        List<Achievement> achievements,
        Map<TitleKind, ActivityCalendar> daysByKind) {

    /** Defensive copies. */
    public ViewerStatistics {
        achievements = List.copyOf(achievements);
        daysByKind = Map.copyOf(daysByKind);
    }

    /** The viewer's progress on every ladder at an instant. */
    public LadderProgress standing(Instant now) {
        return new LadderProgress(
                totals.movies(),
                totals.shows(),
                totals.episodes(),
                totals.seconds(),
                streaks.currentRun(now).map(Run::length).orElse(0));
    }

    /** The kinds of all sessions on the qualified days of the streak current at an instant (detail 82). */
    public Set<TitleKind> kindsInStreak(Instant now) {
        Optional<Run> living = streaks.currentRun(now);
        Set<TitleKind> kinds = EnumSet.noneOf(TitleKind.class);
        living.ifPresent(run -> daysByKind.forEach((kind, days) -> {
            if (days.subsetClosed(run.first(), run.last()).intersects(streaks.qualified())) {
                kinds.add(kind);
            }
        }));
        return kinds;
    }

    /**
     * The first instant after {@code now} at which any statistic of this viewer differs without any new fact; empty
     * when none ever will.
     */
    public Optional<Instant> nextChangeAt(Instant now) {
        return streaks.nextChangeAt(now);
    }
}
