package dev.streakline.domain.calendar;

import java.time.LocalDate;

/**
 * Consecutive days of an activity calendar, perhaps with bridged days between them.
 *
 * @param first the first day of the run that counts, in days since 1970-01-01
 * @param last the last day of the run that counts
 * @param length how many days of it count; bridged days do not, so it may be less than the days from first to last
 */
public record Run(int first, int last, int length) {

    /**
     * @throws IllegalArgumentException when no day counts, or more than there are from first to last
     */
    public Run {
        if (length < 1 || length > last - first + 1) {
            throw new IllegalArgumentException(
                    "length must be from 1 to the days from " + first + " to " + last + ", but is " + length);
        }
    }

    /** The date of the first day. */
    public LocalDate start() {
        return LocalDate.ofEpochDay(first);
    }

    /** The date of the last day. */
    public LocalDate end() {
        return LocalDate.ofEpochDay(last);
    }
}
