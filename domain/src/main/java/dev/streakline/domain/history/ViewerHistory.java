package dev.streakline.domain.history;

import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.LocalDayClock;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.streak.Pause;
import java.time.Instant;
import java.util.List;

/**
 * What is known of one viewer.
 *
 * @param facts columns with the viewer's rows, and perhaps others'
 * @param from the viewer's first row
 * @param to the row after the viewer's last
 * @param zones where the viewer has lived
 * @param pauses the viewer's declarations, ascending by the instant of declaration
 */
public record ViewerHistory(FactColumns facts, int from, int to, ZoneTimeline zones, List<Pause> pauses) {

    /**
     * @throws IndexOutOfBoundsException when the rows are not in the columns
     */
    public ViewerHistory {
        if (from < 0 || from > to || to > facts.size()) {
            throw new IndexOutOfBoundsException(
                    "rows " + from + " to " + to + " are not within the " + facts.size() + " of the columns");
        }
        pauses = List.copyOf(pauses);
    }

    /**
     * The history as of an instant: facts, zones and pauses up to and including it, and date-only facts up to its local day
     * (detail 13). The first zone also applies before it was named (detail 167).
     */
    public ViewerHistory asOf(Instant instant, DayStart dayStart) {
        ZoneTimeline zonesThen = zones.asOf(instant);
        int today = LocalDayClock.of(zonesThen, dayStart).dayOf(EpochMicros.of(instant));
        long at = EpochMicros.of(instant);
        FactColumns then = new FactColumns(to - from);
        for (int row = from; row < to; row++) {
            if (facts.time(row) <= (facts.isDateOnly(row) ? today : at)) {
                then.copy(facts, row);
            }
        }
        return new ViewerHistory(
                then,
                0,
                then.size(),
                zonesThen,
                pauses.stream()
                        .filter(pause -> !pause.declaredAt().isAfter(instant))
                        .toList());
    }
}
