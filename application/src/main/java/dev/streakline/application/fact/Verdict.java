package dev.streakline.application.fact;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one item (section 2).
 *
 * @param outcome what became of it
 * @param rejection why, for {@link Outcome#REJECTED} and no other outcome
 */
public record Verdict(Outcome outcome, @Nullable Rejection rejection) {

    private static final Verdict ACCEPTED = new Verdict(Outcome.ACCEPTED, null);
    private static final Verdict DUPLICATE = new Verdict(Outcome.DUPLICATE, null);
    private static final Verdict CONFLICT = new Verdict(Outcome.CONFLICT, null);
    private static final Verdict WITHDRAWN = new Verdict(Outcome.WITHDRAWN, null);

    public Verdict {
        requireNonNull(outcome, "outcome");
        if ((outcome == Outcome.REJECTED) != (rejection != null)) {
            throw new IllegalArgumentException(
                    "outcome is " + outcome + " and rejection is " + rejection + "; REJECTED alone has a rejection.");
        }
    }

    public static Verdict accepted() {
        return ACCEPTED;
    }

    public static Verdict duplicate() {
        return DUPLICATE;
    }

    public static Verdict conflict() {
        return CONFLICT;
    }

    public static Verdict withdrawn() {
        return WITHDRAWN;
    }

    public static Verdict rejected(Rejection rejection) {
        return new Verdict(Outcome.REJECTED, rejection);
    }

    /**
     * The verdicts of readings: what is refused is rejected, and the others are judged together.
     *
     * @param judging gives one verdict for each, in their order; not asked when there are none
     * @return one verdict for each reading, in their order
     */
    public static List<Verdict> ofAll(
            List<? extends Reading> readings, Function<List<Reading.Read>, List<Verdict>> judging) {
        List<Reading.Read> read = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            if (reading instanceof Reading.Read fact) {
                read.add(fact);
            }
        }
        Iterator<Verdict> judged = (read.isEmpty() ? List.<Verdict>of() : judging.apply(read)).iterator();
        return readings.stream()
                .map(reading ->
                        reading instanceof Reading.Refused refused ? rejected(refused.rejection()) : judged.next())
                .toList();
    }
}
