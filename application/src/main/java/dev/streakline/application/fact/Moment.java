package dev.streakline.application.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When a fact holds: at an instant, or, for histories that hold only dates, on a local date of the viewer. A fact never
 * has both (details 60).
 */
public sealed interface Moment {

    /** The answer of {@code at} or of {@code on}, whichever this is. */
    <R extends @Nullable Object> R match(
            Function<? super Instant, ? extends R> at, Function<? super LocalDate, ? extends R> on);

    /**
     * At an instant.
     *
     * @param time cut to the microsecond when it is finer, not rounded; from 1900-01-01T00:00:00Z on, before the year
     *     10000
     */
    record AtInstant(Instant time) implements Moment {

        public AtInstant {
            time = Instants.requireInRange(time);
        }

        @Override
        public <R extends @Nullable Object> R match(
                Function<? super Instant, ? extends R> at, Function<? super LocalDate, ? extends R> on) {
            return at.apply(time);
        }
    }

    /**
     * On a local date, in whatever zone the viewer lived in.
     *
     * @param date from 1900-01-01 to 9999-12-31, both inclusive
     */
    record OnDate(LocalDate date) implements Moment {

        public OnDate {
            LocalDates.check(Member.DATE, date);
        }

        @Override
        public <R extends @Nullable Object> R match(
                Function<? super Instant, ? extends R> at, Function<? super LocalDate, ? extends R> on) {
            return on.apply(date);
        }
    }
}
