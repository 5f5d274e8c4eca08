package dev.streakline.application.fact;

import static java.util.Objects.requireNonNull;

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
}
