package dev.streakline.application.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A viewer takes a pause, which bridges their streaks (section 2, details 10 and 11). This class does not require that
 * it begin after the day of declaration; writers of new facts do. An imported or redelivered fact may be about the
 * past.
 *
 * @param id of a viewer
 * @param time when the viewer declared it, at microseconds
 * @param from the first local day of it, from 1900-01-01 on
 * @param to the last local day of it, inclusive: the same day as {@code from}, or up to 91 days after it, so that a
 *     pause has 1 to 92 days
 */
public record PauseFact(FactId id, Instant time, LocalDate from, LocalDate to) implements Fact {

    private static final int MOST_DAYS = 92;

    private static final FactField<PauseFact, LocalDate> FROM =
            FactField.required(Member.FROM, ValueForm.date(), PauseFact::from).in("first_day");
    private static final FactField<PauseFact, LocalDate> TO =
            FactField.required(Member.TO, ValueForm.date(), PauseFact::to).in("last_day");

    static final FactSchema<PauseFact> SCHEMA = FactSchema.of(PauseFact.class, PauseFact::of, List.of(FROM, TO));

    public PauseFact {
        FactType.PAUSE.check(id);
        time = Instants.requireInRange(time);
        FROM.check(from);
        TO.check(to);
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidFactException(
                    RejectionCode.OUT_OF_RANGE,
                    Member.TO,
                    "is " + to + " and from is " + from + "; both are days of the pause, which must have 1 to "
                            + MOST_DAYS + " days. Pauses that adjoin count as one.");
        }
    }

    private static PauseFact of(FactSchema.Values values) {
        return new PauseFact(values.id(), values.time(), values.required(FROM), values.required(TO));
    }

    @Override
    public FactType type() {
        return FactType.PAUSE;
    }

    @Override
    public Moment moment() {
        return new Moment.AtInstant(time);
    }
}
