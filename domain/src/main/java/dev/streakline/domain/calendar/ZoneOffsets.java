package dev.streakline.domain.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The offsets of one zone as a table, so that a fold over millions of facts does not query {@link ZoneRules} for each
 * or allocate. Exact from 1900 to 2199; before and after, the nearest offset applies. One table per zone is built on
 * first use and cached: at most some 600 zones of at most some 600 rows.
 */
final class ZoneOffsets {

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final long HALF_A_DAY = EpochMicros.PER_DAY / 2;
    private static final Map<ZoneId, ZoneOffsets> TABLES = new ConcurrentHashMap<>();

    /** Row r applies from {@code starts[r]} until {@code starts[r + 1]}; row 0 from the beginning of time. */
    private final long[] starts;

    private final long[] offsets;
    private final long[] skips;

    private ZoneOffsets(ZoneRules rules) {
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        for (ZoneOffsetTransition next = rules.nextTransition(FIRST);
                next != null && next.getInstant().isBefore(LAST);
                next = rules.nextTransition(next.getInstant())) {
            transitions.add(next);
        }
        starts = new long[transitions.size() + 1];
        offsets = new long[transitions.size() + 1];
        starts[0] = Long.MIN_VALUE;
        offsets[0] = rules.getOffset(FIRST).getTotalSeconds() * EpochMicros.PER_SECOND;
        for (int row = 1; row < starts.length; row++) {
            ZoneOffsetTransition transition = transitions.get(row - 1);
            starts[row] = EpochMicros.of(transition.getInstant());
            offsets[row] = transition.getOffsetAfter().getTotalSeconds() * EpochMicros.PER_SECOND;
        }
        skips = transitions.stream()
                .filter(transition -> transition.getDuration().toSeconds() * EpochMicros.PER_SECOND >= HALF_A_DAY)
                .mapToLong(transition -> EpochMicros.of(transition.getInstant()))
                .toArray();
    }

    static ZoneOffsets of(ZoneId zone) {
        return TABLES.computeIfAbsent(zone, unseen -> new ZoneOffsets(unseen.getRules()));
    }

    int rowAt(long at) {
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    long offset(int row) {
        return offsets[row];
    }

    long start(int row) {
        return starts[row];
    }

    /** The instant at which a row ends, exclusive; {@link Long#MAX_VALUE} for the last. */
    long end(int row) {
        return row + 1 < starts.length ? starts[row + 1] : Long.MAX_VALUE;
    }

    /** The instants at which this zone's clocks jumped ahead by half a day or more, skipping dates. */
    long[] skips() {
        return skips;
    }
}
