package dev.streakline.application.pause;

import dev.streakline.application.fact.PauseFact;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A viewer's declarations of pauses. Those with the same first day are declarations of one pause, and the last applies.
 *
 * @param declared the active declarations, in an order that puts the one that applies last
 */
record DeclaredPauses(List<PauseFact> declared) {

    /** The declarations that apply, ascending by first day. */
    List<PauseFact> inForce() {
        TreeMap<LocalDate, PauseFact> holding = new TreeMap<>();
        declared.forEach(pause -> holding.put(pause.from(), pause));
        return List.copyOf(holding.values());
    }

    /** The declaration that applies to the pause with this first day. */
    Optional<PauseFact> inForce(LocalDate from) {
        return inForce().stream().filter(pause -> pause.from().equals(from)).findFirst();
    }

    /**
     * The number of days of a pause from a first to a last day, inclusive, together with those that it overlaps or
     * adjoins. It replaces the one with the same first day.
     */
    long daysUnitedWith(LocalDate from, LocalDate to) {
        TreeMap<LocalDate, LocalDate> lasts = new TreeMap<>();
        declared.forEach(pause -> lasts.put(pause.from(), pause.to()));
        lasts.put(from, to);
        LocalDate first = from;
        LocalDate last = LocalDate.MIN;
        for (Map.Entry<LocalDate, LocalDate> pause : lasts.entrySet()) {
            boolean isApart = pause.getKey().isAfter(last.plusDays(1));
            if (isApart && !last.isBefore(from)) {
                break;
            }
            first = isApart ? pause.getKey() : first;
            last = isApart || pause.getValue().isAfter(last) ? pause.getValue() : last;
        }
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** All declarations of the pause with this first day, the one that applies last. */
    List<PauseFact> of(LocalDate from) {
        return declared.stream().filter(pause -> pause.from().equals(from)).toList();
    }
}
