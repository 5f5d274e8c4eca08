package dev.streakline.domain.streak;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A viewer's declaration of some days without watching. Of several with the same first date, the one declared last
 * applies. A pause is ended early by declaring it again with an earlier end (details 10 and 11).
 *
 * @param declaredAt when it was declared
 * @param from the first date, inclusive
 * @param to the last date, inclusive, at most 92 days in all
 */
public record Pause(Instant declaredAt, LocalDate from, LocalDate to) {

    /** The longest pause, in days. */
    public static final int LONGEST = 92;

    /**
     * @throws IllegalArgumentException when it ends before it begins or lasts more than 92 days
     */
    public Pause {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > LONGEST) {
            throw new IllegalArgumentException(
                    "a pause must last 1 to " + LONGEST + " days, but " + from + " to " + to + " is " + days);
        }
    }
}
