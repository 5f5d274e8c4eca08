package dev.streakline.application.pause;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The pauses that a viewer has declared. A day is paused when it is in any of them; they may overlap.
 *
 * @param asOf the moment
 * @param zone the viewer's zone at the moment
 * @param today the viewer's local day at the moment
 * @param pauses ascending by first day, which no two share
 */
public record PausesView(Instant asOf, String zone, LocalDate today, List<PauseView> pauses) {

    /** Defensive copies. */
    public PausesView {
        pauses = List.copyOf(pauses);
    }

    /**
     * A pause.
     *
     * @param from its first local day, inclusive
     * @param to its last local day, inclusive
     * @param state upcoming, running or over
     */
    public record PauseView(LocalDate from, LocalDate to, String state) {}
}
