package dev.streakline.application.fact;

import org.jspecify.annotations.Nullable;

/**
 * What became of an event.
 *
 * @param outcome in a word
 * @param rejection why it was rejected; there exactly then
 */
public record Verdict(Outcome outcome, @Nullable Rejection rejection) {

    /** It is stored. */
    public static final Verdict ACCEPTED = new Verdict(Outcome.ACCEPTED, null);

    /** It was known already. */
    public static final Verdict DUPLICATE = new Verdict(Outcome.DUPLICATE, null);

    /** Its identity is known with other content. */
    public static final Verdict CONFLICT = new Verdict(Outcome.CONFLICT, null);

    /** Its identity was withdrawn. */
    public static final Verdict WITHDRAWN = new Verdict(Outcome.WITHDRAWN, null);

    /**
     * @throws IllegalArgumentException for a rejection without a reason, or a reason without a rejection
     */
    public Verdict {
        if ((outcome == Outcome.REJECTED) != (rejection != null)) {
            throw new IllegalArgumentException(
                    "a verdict has a rejection exactly when it is rejected, but is " + outcome + " with " + rejection);
        }
    }

    /** It is no fact. */
    public static Verdict rejected(Rejection rejection) {
        return new Verdict(Outcome.REJECTED, rejection);
    }
}
