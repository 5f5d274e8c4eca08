package dev.streakline.application.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When a fact happened: at an instant, or, for histories with dates only, on a local date of the viewer. A fact never
 * has both (details 60).
 */
public sealed interface Moment {

    /** The result of the case that applies. */
    <R extends @Nullable Object> R match(
            Function<? super Instant, ? extends R> at, Function<? super LocalDate, ? extends R> on);

    /** The instant; empty for a date. */
    default Optional<Instant> instant() {
        return match(Optional::of, on -> Optional.empty());
    }

    /** The date; empty for an instant. */
    default Optional<LocalDate> date() {
        return match(at -> Optional.empty(), Optional::of);
    }

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
     * @param day from 1900-01-01 to 9999-12-31, both inclusive
     */
    record OnDate(LocalDate day) implements Moment {

        public OnDate {
            LocalDates.check(Member.DATE, day);
        }

        @Override
        public <R extends @Nullable Object> R match(
                Function<? super Instant, ? extends R> at, Function<? super LocalDate, ? extends R> on) {
            return on.apply(day);
        }
    }
}
