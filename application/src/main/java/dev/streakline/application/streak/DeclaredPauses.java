package dev.streakline.application.streak;

import dev.streakline.application.fact.PauseFact;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A viewer's declarations of pauses. Those with the same first day are declarations of one pause, and the last holds.
 *
 * @param declared those that count, the one that holds last
 */
record DeclaredPauses(List<PauseFact> declared) {

    /** The declarations that hold, ascending by first day. */
    List<PauseFact> holding() {
        TreeMap<LocalDate, PauseFact> holding = new TreeMap<>();
        declared.forEach(pause -> holding.put(pause.from(), pause));
        return List.copyOf(holding.values());
    }

    /** The declaration that holds of the pause with this first day. */
    Optional<PauseFact> holding(LocalDate from) {
        return holding().stream().filter(pause -> pause.from().equals(from)).findFirst();
    }

    /** All declarations of the pause with this first day, the one that holds last. */
    List<PauseFact> of(LocalDate from) {
        return declared.stream().filter(pause -> pause.from().equals(from)).toList();
    }
}
