package dev.streakline.application.intake;

import dev.streakline.application.fact.ViewerId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The number of facts that arrived for each viewer, for limits. Stored for the current day of arrival only, which is a
 * day in UTC. Safe for use by several threads.
 */
public interface IntakeTallies {

    /** The stored counts of viewers; an unknown viewer has {@link ViewerTally#NOTHING} or no entry. */
    Map<ViewerId, ViewerTally> find(Set<ViewerId> viewers, LocalDate day);

    /**
     * Adds counts of this day, and drops those of earlier days.
     *
     * @param arrived by viewer; a viewer who is no longer known is skipped
     */
    void add(LocalDate day, Map<ViewerId, Arrivals> arrived);

    /**
     * Counts of one day.
     *
     * @param events accepted facts
     * @param zoneChanges those that name a zone
     */
    record Arrivals(int events, int zoneChanges) {

        /** Nothing has. */
        public static final Arrivals NOTHING = new Arrivals(0, 0);

        /** Both together. */
        public Arrivals plus(Arrivals other) {
            return new Arrivals(events + other.events, zoneChanges + other.zoneChanges);
        }

        /** These without some of them. */
        public Arrivals minus(Arrivals other) {
            return new Arrivals(events - other.events, zoneChanges - other.zoneChanges);
        }
    }

    /**
     * Counts of the last fold; all 0 before the first.
     *
     * @param titles distinct titles watched
     * @param channels distinct channels with any activity
     * @param pauses active declarations
     */
    record Holdings(int titles, int channels, int pauses) {

        /** Nothing. */
        public static final Holdings NOTHING = new Holdings(0, 0, 0);
    }

    /** Both of one viewer. */
    record ViewerTally(Arrivals arrivals, Holdings holdings) {

        /** A viewer without stored counts. */
        public static final ViewerTally NOTHING = new ViewerTally(Arrivals.NOTHING, Holdings.NOTHING);
    }
}
