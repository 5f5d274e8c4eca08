package dev.streakline.application.fact;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The result of one item (section 2).
 *
 * @param outcome how the item was handled
 * @param rejection why, for {@link IngestOutcome#REJECTED} and no other outcome
 */
public record IngestResult(IngestOutcome outcome, @Nullable Rejection rejection) {

    private static final IngestResult ACCEPTED = new IngestResult(IngestOutcome.ACCEPTED, null);
    private static final IngestResult DUPLICATE = new IngestResult(IngestOutcome.DUPLICATE, null);
    private static final IngestResult CONFLICT = new IngestResult(IngestOutcome.CONFLICT, null);
    private static final IngestResult WITHDRAWN = new IngestResult(IngestOutcome.WITHDRAWN, null);

    public IngestResult {
        requireNonNull(outcome, "outcome");
        if ((outcome == IngestOutcome.REJECTED) != (rejection != null)) {
            throw new IllegalArgumentException(
                    "outcome is " + outcome + " and rejection is " + rejection + "; REJECTED alone has a rejection.");
        }
    }

    public static IngestResult accepted() {
        return ACCEPTED;
    }

    public static IngestResult duplicate() {
        return DUPLICATE;
    }

    public static IngestResult conflict() {
        return CONFLICT;
    }

    public static IngestResult withdrawn() {
        return WITHDRAWN;
    }

    public static IngestResult rejected(Rejection rejection) {
        return new IngestResult(IngestOutcome.REJECTED, rejection);
    }

    /**
     * The results of several parsed events: invalid ones are rejected, and the others are judged together.
     *
     * @param judging gives one verdict for each, in their order; not called when there are none
     * @return one verdict for each reading, in their order
     */
    public static List<IngestResult> ofAll(
            List<? extends ParseResult> readings, Function<List<ParseResult.Parsed>, List<IngestResult>> judging) {
        List<ParseResult.Parsed> parsed = new ArrayList<>(readings.size());
        readings.forEach(reading -> reading.match(parsed::add, rejected -> false));
        Iterator<IngestResult> judged = (parsed.isEmpty() ? List.<IngestResult>of() : judging.apply(parsed)).iterator();
        return readings.stream()
                .map(reading ->
                        reading.<IngestResult>match(fact -> judged.next(), rejected -> rejected(rejected.rejection())))
                .toList();
    }
}
