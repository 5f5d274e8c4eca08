package dev.streakline.domain.statistics;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.catalogue.Titles;
import java.util.EnumMap;
import java.util.Map;

/** Adds up plays and seconds, and collects the days with a play. */
final class TotalsListener implements FoldListener {

    private static final TitleKind[] KINDS = TitleKind.values();

    private final Titles titles;
    private final ActivityCalendar.Builder watched = new ActivityCalendar.Builder();
    private final ActivityCalendar.Builder[] daysByKind = new ActivityCalendar.Builder[KINDS.length];
    private int plays;
    private long seconds;
    private long estimatedSeconds;

    TotalsListener(Titles titles) {
        this.titles = titles;
        for (int i = 0; i < KINDS.length; i++) {
            daysByKind[i] = new ActivityCalendar.Builder();
        }
    }

    @Override
    public void begin(ActivityCalendar bridges) {
        watched.clear();
        for (ActivityCalendar.Builder days : daysByKind) {
            days.clear();
        }
        plays = 0;
        seconds = 0;
        estimatedSeconds = 0;
    }

    @Override
    public void addPlay(FactCursor fact) {
        plays++;
        seconds += fact.counted();
        estimatedSeconds += fact.isLengthUnknown() ? fact.counted() : 0;
        watched.add(fact.day());
        daysByKind[titles.kindOf(fact.title()).ordinal()].add(fact.day());
    }

    int plays() {
        return plays;
    }

    long seconds() {
        return seconds;
    }

    long estimatedSeconds() {
        return estimatedSeconds;
    }

    /** The local days with a play. */
    ActivityCalendar watched() {
        return watched.build();
    }

    /** The local days with a play, by the kind of its title; without the kinds that have none. */
    Map<TitleKind, ActivityCalendar> daysByKind() {
        Map<TitleKind, ActivityCalendar> kinds = new EnumMap<>(TitleKind.class);
        for (TitleKind kind : KINDS) {
            ActivityCalendar days = daysByKind[kind.ordinal()].build();
            if (!days.isEmpty()) {
                kinds.put(kind, days);
            }
        }
        return kinds;
    }
}
