package dev.streakline.application.fact;

import dev.streakline.domain.streak.Pause;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A viewer's declaration that he will not watch for some days.
 *
 * @param time when he declared it
 * @param from the first local date, inclusive
 * @param to the last, inclusive, at most 92 days in all
 */
public record PauseFact(FactId id, Instant time, LocalDate from, LocalDate to) implements Fact {

    /** The pause that it declares. */
    public Pause pause() {
        return new Pause(time, from, to);
    }

    /**
     * @throws IllegalArgumentException when it ends before it begins or lasts more than 92 days
     */
    public PauseFact {
        new Pause(time, from, to);
    }
}
