package dev.streakline.domain.lifetime;

import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.milestone.Precision;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the first and the last of sessions that come in event-time order. Of several at one instant any with a time of day
 * gives its precision; their dates differ only where a date was left out, and then the outermost hold.
 */
final class SpanTally {

    private boolean begun;
    private long firstAt;
    private int firstDay;
    private Precision firstPrecision = Precision.DATE;
    private long lastAt;
    private int lastDay;
    private Precision lastPrecision = Precision.DATE;

    void see(long at, int day, Precision precision) {
        if (!begun) {
            begun = true;
            firstAt = at;
            firstDay = day;
            firstPrecision = precision;
            last(at, day, precision);
            return;
        }
        if (at == firstAt) {
            firstDay = Math.min(firstDay, day);
            firstPrecision = finer(firstPrecision, precision);
        }
        if (at == lastAt) {
            last(at, Math.max(lastDay, day), finer(lastPrecision, precision));
        } else {
            last(at, day, precision);
        }
    }

    private void last(long at, int day, Precision precision) {
        lastAt = at;
        lastDay = day;
        lastPrecision = precision;
    }

    private static Precision finer(Precision a, Precision b) {
        return a == Precision.INSTANT ? a : b;
    }

    @Nullable
    Watched first() {
        return begun ? watched(firstAt, firstDay, firstPrecision) : null;
    }

    @Nullable
    Watched last() {
        return begun ? watched(lastAt, lastDay, lastPrecision) : null;
    }

    private static Watched watched(long at, int day, Precision precision) {
        return new Watched(LocalDate.ofEpochDay(day), EpochMicros.toInstant(at), precision);
    }

    void clear() {
        begun = false;
    }
}
