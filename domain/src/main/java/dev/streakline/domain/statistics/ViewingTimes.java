package dev.streakline.domain.statistics;

import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.LocalDayClock;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.FactColumns;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.viewing.DayTotal;
import dev.streakline.domain.viewing.ViewingTally;
import dev.streakline.domain.viewing.ViewingTime;
import dev.streakline.domain.viewing.Window;
import dev.streakline.domain.viewing.WindowKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One viewer's viewing times of windows and totals of days, folded when they are read (section 5). */
public final class ViewingTimes {

    private final ViewerHistory history;
    private final Titles titles;
    private final NameIndex platforms;
    private final LocalDayClock days;
    private final LocalDate today;
    private final long latestClock;

    /**
     * @param platforms the names of the platform keys
     * @param now the end of what has run of a window
     */
    public ViewingTimes(ViewerHistory history, Titles titles, NameIndex platforms, Policies policies, Instant now) {
        this.history = history;
        this.titles = titles;
        this.platforms = platforms;
        this.days = LocalDayClock.of(history.zones(), policies.dayStart());
        this.today = LocalDate.ofEpochDay(latestDay(EpochMicros.of(now)));
        this.latestClock = days.latestClock(EpochMicros.of(now));
    }

    /** The local day of now, or that of the latest fact up to now after a move to the west (detail 7). */
    private int latestDay(long now) {
        LocalDayClock.Cursor cursor = days.cursor();
        int latest = cursor.dayOf(now);
        for (int row = history.from(); row < history.to(); row++) {
            int day = day(row, cursor);
            if (day > latest && instant(row) <= now) {
                latest = day;
            }
        }
        return latest;
    }

    private int day(int row, LocalDayClock.Cursor cursor) {
        return (int) Math.floorDiv(localClock(row, cursor), EpochMicros.PER_DAY);
    }

    private long instant(int row) {
        FactColumns facts = history.facts();
        return facts.isDateOnly(row) ? days.startOf((int) facts.time(row)) : facts.time(row);
    }

    private long localClock(int row, LocalDayClock.Cursor cursor) {
        FactColumns facts = history.facts();
        return facts.isDateOnly(row) ? facts.time(row) * EpochMicros.PER_DAY : cursor.localClock(facts.time(row));
    }

    /** Today, the day up to which windows have run. */
    public LocalDate today() {
        return today;
    }

    /** The viewing time of the running window of a kind. */
    public ViewingTime running(WindowKind kind) {
        return in(Window.of(kind, today()));
    }

    /** The viewing time of a window, over, running or ahead. */
    public ViewingTime in(Window window) {
        FactColumns facts = history.facts();
        LocalDayClock.Cursor cursor = days.cursor();
        ViewingTally tally = new ViewingTally(window, titles, platforms, today, latestClock);
        for (int row = history.from(); row < history.to(); row++) {
            if (!facts.isInteraction(row)) {
                tally.add(
                        localClock(row, cursor),
                        facts.title(row),
                        facts.platform(row),
                        facts.session(row),
                        facts.seconds(row));
            }
        }
        return tally.viewingTime();
    }

    /** The totals of every local day with a session, ascending. */
    public List<DayTotal> days() {
        FactColumns facts = history.facts();
        LocalDayClock.Cursor cursor = days.cursor();
        SortedMap<Integer, DayTotal> totals = new TreeMap<>();
        for (int row = history.from(); row < history.to(); row++) {
            if (!facts.isInteraction(row)) {
                int day = day(row, cursor);
                int counted = titles.countedSeconds(facts.title(row), facts.seconds(row));
                totals.merge(day, new DayTotal(LocalDate.ofEpochDay(day), counted, 1), ViewingTimes::sum);
            }
        }
        return List.copyOf(totals.values());
    }

    private static DayTotal sum(DayTotal a, DayTotal b) {
        return new DayTotal(a.day(), a.seconds() + b.seconds(), a.plays() + b.plays());
    }
}
