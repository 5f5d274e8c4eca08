package dev.streakline.domain.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The zones a viewer has lived in. The first zone applies to everything before it too, later ones only from their
 * instant on. So a move never rewrites past days (specification, section 3 and detail 17).
 *
 * <p>Example: Berlin from 2024-01-01, Tokyo from 2024-06-01T10:00Z: a session of 2023 falls on a day of Berlin, one of
 * 2024-06-02 on a day of Tokyo.
 *
 * @param changes ascending by instant, at least one, no two at the same instant
 */
public record ZoneTimeline(List<ZoneChange> changes) {

    /** The timeline of a viewer without a known zone. */
    public static final ZoneTimeline UTC = ofFixedZone(ZoneOffset.UTC);

    /**
     * @throws IllegalArgumentException without a change, or when the changes do not ascend
     */
    public ZoneTimeline {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("a zone timeline needs at least one zone; use ZoneTimeline.UTC");
        }
        for (int i = 1; i < changes.size(); i++) {
            if (!changes.get(i - 1).from().isBefore(changes.get(i).from())) {
                throw new IllegalArgumentException(
                        "zone changes must ascend, but " + changes.get(i - 1) + " is before " + changes.get(i));
            }
        }
    }

    /** One zone for all of time. */
    public static ZoneTimeline ofFixedZone(ZoneId zone) {
        return new ZoneTimeline(List.of(new ZoneChange(Instant.MIN, zone)));
    }

    /**
     * The timeline of declared changes in any order; none gives {@link #UTC}. Of several at the same instant the last
     * in the list applies. A change to the zone that is already in force is left out (detail 183).
     */
    public static ZoneTimeline of(List<ZoneChange> declared) {
        List<ZoneChange> changes = new ArrayList<>();
        for (ZoneChange change :
                declared.stream().sorted((a, b) -> a.from().compareTo(b.from())).toList()) {
            int last = changes.size() - 1;
            if (last >= 0 && changes.get(last).from().equals(change.from())) {
                changes.set(last, change);
            } else {
                changes.add(change);
            }
        }
        return changes.isEmpty() ? UTC : new ZoneTimeline(withoutRepetitions(changes));
    }

    private static List<ZoneChange> withoutRepetitions(List<ZoneChange> ascending) {
        List<ZoneChange> changes = new ArrayList<>();
        for (ZoneChange change : ascending) {
            if (changes.isEmpty() || !changes.get(changes.size() - 1).zone().equals(change.zone())) {
                changes.add(change);
            }
        }
        return changes;
    }

    /** The zone in force at an instant. */
    public ZoneId zoneAt(Instant instant) {
        int low = 0;
        int high = changes.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (changes.get(middle).from().isAfter(instant)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return changes.get(low).zone();
    }

    /**
     * The timeline for an answer as of an instant: the first zone, which applies to everything before it too, and the later
     * ones up to and including the instant (detail 167).
     */
    public ZoneTimeline asOf(Instant instant) {
        List<ZoneChange> then = new ArrayList<>(List.of(changes.get(0)));
        changes.stream()
                .skip(1)
                .filter(change -> !change.from().isAfter(instant))
                .forEach(then::add);
        return new ZoneTimeline(then);
    }

    /**
     * A zone that applies from an instant on.
     *
     * @param from inclusive
     * @param zone a region of the time-zone data, or UTC
     */
    public record ZoneChange(Instant from, ZoneId zone) {}
}
