package dev.streakline.domain.statistics;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.LocalDayClock;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.history.EventTimeOrder;
import dev.streakline.domain.history.FactColumns;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.lifetime.LifetimeTally;
import dev.streakline.domain.milestone.Achievement;
import dev.streakline.domain.milestone.MilestoneTracker;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.streak.LatestDay;
import dev.streakline.domain.streak.Pauses;
import dev.streakline.domain.streak.StreakHistory;
import dev.streakline.domain.streak.StreakTally;
import dev.streakline.domain.viewing.CompletionTally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From one viewer's facts to his statistics: a pure function of facts, titles and policies (section 10); the clock comes in
 * when they are asked. Walks through the facts in event time; all facts of one instant are one step, so that nothing
 * derived depends on the order among them (detail 14).
 *
 * <p>A fold is a workspace: it is used for one viewer after the other, by one thread at a time, and allocates for each
 * viewer only what it answers, nothing for a fact.
 */
public final class Fold {

    /** Grows when the same facts and policies give other statistics than before. */
    public static final int REVISION = 4;

    private static final TitleKind[] KINDS = TitleKind.values();

    private final Titles titles;
    private final Policies policies;
    private final EventTimeOrder order = new EventTimeOrder();
    private final CompletionTally completions;
    private final List<MilestoneTracker> climbs;
    private final StreakTally streak;
    private final LifetimeTally channels = new LifetimeTally();
    private final ActivityCalendar.Builder watched = new ActivityCalendar.Builder();
    private final ActivityCalendar.Builder[] daysByKind = new ActivityCalendar.Builder[KINDS.length];
    private int watches;
    private long seconds;
    private long estimatedSeconds;

    /** A fold by these policies over sessions of these titles. */
    public Fold(Titles titles, Policies policies) {
        this.titles = titles;
        this.policies = policies;
        this.completions = new CompletionTally(titles, policies.completion());
        this.streak = new StreakTally(policies.streaks(), ActivityCalendar.EMPTY);
        this.climbs = policies.ladders().stream().map(MilestoneTracker::new).toList();
        for (int i = 0; i < KINDS.length; i++) {
            daysByKind[i] = new ActivityCalendar.Builder();
        }
    }

    /** The statistics of one viewer, of every fact in his history. */
    public ViewerStatistics of(ViewerHistory history) {
        return walk(history, null);
    }

    /** The statistics of one viewer and of each of his channels, of every fact in his history. */
    public FoldResult withChannels(ViewerHistory history) {
        ViewerStatistics viewer = walk(history, channels);
        return new FoldResult(viewer, channels.channels(), completions.titles());
    }

    private ViewerStatistics walk(ViewerHistory history, @Nullable LifetimeTally byChannel) {
        clear();
        LocalDayClock days = LocalDayClock.of(history.zones(), policies.dayStart());
        ActivityCalendar paused = Pauses.of(history.pauses(), days);
        ActivityCalendar bridges = paused.union(days.skippedDays());
        streak.begin(bridges);
        if (byChannel != null) {
            byChannel.begin(bridges);
        }
        LatestDay.LatestDayTally latest = new LatestDay.LatestDayTally();
        List<Achievement> achievements = new ArrayList<>();
        FactColumns facts = history.facts();
        LocalDayClock.Cursor cursor = days.cursor();
        order.order(history, days);
        for (int i = 0; i < order.size(); ) {
            long at = order.time(i);
            Precision precision = Precision.DATE;
            do {
                int row = order.row(i);
                int day = facts.isDateOnly(row) ? (int) facts.time(row) : cursor.dayOf(at);
                latest.add(at, day);
                if (facts.isInteraction(row)) {
                    recordInteraction(byChannel, facts, row, at, day);
                } else {
                    int counted = titles.countedSeconds(facts.title(row), facts.seconds(row));
                    watch(facts, row, day, counted);
                    recordPlay(byChannel, facts, row, at, day, counted);
                    precision = facts.isDateOnly(row) ? precision : Precision.INSTANT;
                }
                i++;
            } while (i < order.size() && order.time(i) == at);
            climb(at, precision, achievements);
        }
        return statistics(days, paused, latest, achievements);
    }

    private static void recordInteraction(
            @Nullable LifetimeTally byChannel, FactColumns facts, int row, long at, int day) {
        int channel = facts.channel(row);
        if (byChannel != null && channel != NameIndex.NONE) {
            byChannel.addInteraction(channel, at, day, facts.interactionKind(row), facts.bits(row));
        }
    }

    /** Tells a session to the channel that it names, or else its title (detail 31). */
    private void recordPlay(
            @Nullable LifetimeTally byChannel, FactColumns facts, int row, long at, int day, int counted) {
        if (byChannel == null) {
            return;
        }
        int named = facts.channel(row);
        int channel = named == NameIndex.NONE ? titles.channelOf(facts.title(row)) : named;
        if (channel != NameIndex.NONE) {
            Precision precision = facts.isDateOnly(row) ? Precision.DATE : Precision.INSTANT;
            byChannel.addPlay(channel, at, day, precision, facts.session(row), facts.seconds(row), counted);
        }
    }

    private void watch(FactColumns facts, int row, int day, int counted) {
        int title = facts.title(row);
        int stated = facts.seconds(row);
        boolean isUnknown = stated == FactColumns.UNKNOWN_SECONDS;
        Completed completed = facts.completed(row);
        watches++;
        seconds += counted;
        estimatedSeconds += isUnknown ? counted : 0;
        watched.add(day);
        daysByKind[titles.kindOf(title).ordinal()].add(day);
        if (isUnknown || completed == Completed.YES) {
            streak.addQualifiedDay(day);
        } else {
            streak.addPlay(day, counted);
        }
        if (completed == Completed.YES || (isUnknown && completed == Completed.UNSPECIFIED)) {
            completions.markCompleted(title);
        } else if (facts.hasRange(row)) {
            completions.addRange(title, facts.rangeFrom(row), facts.rangeTo(row));
        } else if (!isUnknown) {
            completions.addSeconds(title, stated);
        }
    }

    private void climb(long at, Precision precision, List<Achievement> achievements) {
        for (MilestoneTracker climb : climbs) {
            long value = switch (climb.measure()) {
                case MOVIES -> completions.movies();
                case SHOWS -> completions.shows();
                case EPISODES -> completions.episodes();
                case HOURS -> seconds / 3_600;
                case STREAK -> streak.longest();
            };
            climb.advanceTo(value, at, precision, achievements);
        }
    }

    private ViewerStatistics statistics(
            LocalDayClock days,
            ActivityCalendar paused,
            LatestDay.LatestDayTally latest,
            List<Achievement> achievements) {
        ActivityCalendar watchedDays = watched.build();
        @Nullable LocalDate lastWatched = watchedDays.isEmpty() ? null : LocalDate.ofEpochDay(watchedDays.last());
        Map<TitleKind, ActivityCalendar> kinds = new EnumMap<>(TitleKind.class);
        for (TitleKind kind : KINDS) {
            ActivityCalendar daysOfKind = daysByKind[kind.ordinal()].build();
            if (!daysOfKind.isEmpty()) {
                kinds.put(kind, daysOfKind);
            }
        }
        return new ViewerStatistics(
                watchedDays,
                new StreakHistory(policies.streaks(), days, streak.qualified(), lastWatched, paused, latest.latest()),
                new Totals(
                        watches,
                        seconds,
                        estimatedSeconds,
                        completions.movies(),
                        completions.shows(),
                        completions.episodes()),
                achievements,
                kinds);
    }

    private void clear() {
        watched.clear();
        for (ActivityCalendar.Builder days : daysByKind) {
            days.clear();
        }
        completions.clear();
        climbs.forEach(MilestoneTracker::clear);
        watches = 0;
        seconds = 0;
        estimatedSeconds = 0;
    }
}
