package dev.streakline.domain.statistics;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.LocalDayClock;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.EventTimeOrder;
import dev.streakline.domain.history.FactColumns;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.streak.Pauses;
import dev.streakline.domain.streak.StreakHistory;
import dev.streakline.domain.viewing.CompletionTally;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From one viewer's facts to their statistics: a pure function of facts, titles and policies (section 10). It walks
 * through the facts in event time; listeners collect the statistics. All facts of one instant are one step, so that
 * nothing depends on the order among them (detail 14).
 *
 * <p>A fold is a workspace: one thread uses it for one viewer after another. It allocates only the results of each
 * viewer, and nothing for a fact.
 */
public final class Fold {

    /** Increased when the same facts and policies give other statistics than before. */
    public static final int REVISION = 4;

    private final Policies policies;
    private final EventTimeOrder order = new EventTimeOrder();
    private final FactCursor fact;
    private final TotalsListener totals;
    private final StreakListener streak;
    private final CompletionListener completions;
    private final MilestoneListener milestones;
    private final ChannelListener channels = new ChannelListener();

    /** A fold by these policies over plays of these titles. */
    public Fold(Titles titles, Policies policies) {
        this.policies = policies;
        this.fact = new FactCursor(titles);
        this.totals = new TotalsListener(titles);
        this.streak = new StreakListener(policies.streaks());
        this.completions = new CompletionListener(titles, policies.completion());
        this.milestones = new MilestoneListener(policies.ladders(), totals, completions.tally(), streak);
    }

    /** The statistics of one viewer, of every fact in the history. */
    public ViewerStatistics of(ViewerHistory history) {
        return walk(history, false);
    }

    /** The statistics of one viewer and of each of their channels, of every fact in the history. */
    public FoldResult withChannels(ViewerHistory history) {
        ViewerStatistics viewer = walk(history, true);
        return new FoldResult(viewer, channels.channels(), completions.tally().titles());
    }

    /**
     * Listeners are called through fields of their own types, which the virtual machine inlines; calls through an array of
     * {@link FoldListener} took 17 % more time.
     */
    private ViewerStatistics walk(ViewerHistory history, boolean isWithChannels) {
        LocalDayClock days = LocalDayClock.of(history.zones(), policies.dayStart());
        ActivityCalendar paused = Pauses.of(history.pauses(), days);
        ActivityCalendar bridges = paused.union(days.skippedDays());
        totals.begin(bridges);
        streak.begin(bridges);
        completions.begin(bridges);
        milestones.begin(bridges);
        channels.begin(bridges);
        FactColumns facts = history.facts();
        fact.begin(facts);
        LocalDayClock.Cursor cursor = days.cursor();
        order.order(history, days);
        for (int i = 0; i < order.size(); ) {
            long at = order.time(i);
            Precision precision = Precision.DATE;
            do {
                int row = order.row(i);
                int day = facts.isDateOnly(row) ? (int) facts.time(row) : cursor.dayOf(at);
                if (facts.isInteraction(row)) {
                    fact.moveToInteraction(row, at, day);
                    streak.addInteraction(fact);
                    if (isWithChannels) {
                        channels.addInteraction(fact);
                    }
                } else {
                    fact.moveToPlay(row, at, day);
                    totals.addPlay(fact);
                    streak.addPlay(fact);
                    completions.addPlay(fact);
                    if (isWithChannels) {
                        channels.addPlay(fact);
                    }
                    precision = facts.isDateOnly(row) ? precision : Precision.INSTANT;
                }
                i++;
            } while (i < order.size() && order.time(i) == at);
            milestones.endInstant(at, precision);
        }
        return statistics(days, paused);
    }

    private ViewerStatistics statistics(LocalDayClock days, ActivityCalendar paused) {
        ActivityCalendar watched = totals.watched();
        @Nullable LocalDate lastWatched = watched.isEmpty() ? null : LocalDate.ofEpochDay(watched.last());
        CompletionTally completed = completions.tally();
        return new ViewerStatistics(
                watched,
                new StreakHistory(policies.streaks(), days, streak.qualified(), lastWatched, paused, streak.latest()),
                new Totals(
                        totals.plays(),
                        totals.seconds(),
                        totals.estimatedSeconds(),
                        completed.movies(),
                        completed.shows(),
                        completed.episodes()),
                milestones.achievements(),
                totals.daysByKind());
    }
}
