package dev.streakline.domain.statistics;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.Precision;

/**
 * One part of what a fold collects about a viewer. A fold calls it for each fact, in event-time order; facts of one
 * instant may come in any order. It is a workspace that serves one viewer after another.
 */
interface FoldListener {

    /**
     * Starts another viewer.
     *
     * @param bridges the days that cannot break a streak: pauses, and days that a change of zone skipped
     */
    void begin(ActivityCalendar bridges);

    /** Adds a play. */
    void addPlay(FactCursor fact);

    /** Adds an interaction. */
    default void addInteraction(FactCursor fact) {}

    /**
     * Ends an instant, once all its facts are added.
     *
     * @param at microseconds since 1970
     * @param precision of the plays at the instant: {@code INSTANT} if one of them has a time
     */
    default void endInstant(long at, Precision precision) {}
}
