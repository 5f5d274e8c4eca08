package dev.streakline.domain.lifetime;

import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.Precision;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the earliest session of the earliest local day and the latest session of the latest one. So the first is
 * never after the last (detail 169). Sessions come in event-time order, but a move to the west can set their days back.
 * Of several sessions of one instant and day, any with a time of day gives its precision.
 */
final class SpanTally {

    private boolean begun;
    private long firstAt;
    private int firstDay;
    private Precision firstPrecision = Precision.DATE;
    private long lastAt;
    private int lastDay;
    private Precision lastPrecision = Precision.DATE;

    void add(long at, int day, Precision precision) {
        if (!begun || day < firstDay) {
            firstAt = at;
            firstDay = day;
            firstPrecision = precision;
        } else if (day == firstDay && at == firstAt) {
            firstPrecision = finer(firstPrecision, precision);
        }
        if (begun && day == lastDay && at == lastAt) {
            lastPrecision = finer(lastPrecision, precision);
        } else if (!begun || day >= lastDay) {
            lastAt = at;
            lastDay = day;
            lastPrecision = precision;
        }
        begun = true;
    }

    private static Precision finer(Precision a, Precision b) {
        return a == Precision.INSTANT ? a : b;
    }

    @Nullable
    SessionStart first() {
        return begun ? start(firstAt, firstDay, firstPrecision) : null;
    }

    @Nullable
    SessionStart last() {
        return begun ? start(lastAt, lastDay, lastPrecision) : null;
    }

    private static SessionStart start(long at, int day, Precision precision) {
        return new SessionStart(LocalDate.ofEpochDay(day), EpochMicros.toInstant(at), precision);
    }

    void clear() {
        begun = false;
    }
}
