package dev.streakline.application.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a viewer before a fold, by which {@link DueRule} decides.
 *
 * @param firstMarkAt when the first fact arrived that no fold has seen, by the clock of the store; absent without a
 *     mark
 * @param lastMarkAt when the last of them arrived; absent without a mark
 * @param currency whether policies, titles or the version of the fold are still those of the last fold
 * @param nextChangeAt the first instant at which time alone changes the statistics; absent when it never will
 * @param retryAt when the back-off after a failed fold ends, by the clock of the store; absent when the last fold
 *     succeeded
 * @param failedBound the most facts that the failed fold could read, when it failed because there were more; otherwise
 *     absent
 */
public record DueState(
        @Nullable Instant firstMarkAt,
        @Nullable Instant lastMarkAt,
        Currency currency,
        @Nullable Instant nextChangeAt,
        @Nullable Instant retryAt,
        @Nullable Integer failedBound) {

    /** Of a viewer whose stored statistics are current and stay so. */
    public static final DueState CURRENT = new DueState(null, null, Currency.CURRENT, null, null, null);

    /** Checks that there are both marks or none, and a failed bound only with a failure. */
    public DueState {
        if ((firstMarkAt == null) != (lastMarkAt == null)
                || (firstMarkAt != null && lastMarkAt != null && lastMarkAt.isBefore(firstMarkAt))) {
            throw new IllegalArgumentException(
                    "the last mark must follow the first, but they are " + firstMarkAt + " and " + lastMarkAt);
        }
        if (failedBound != null && retryAt == null) {
            throw new IllegalArgumentException("failedBound is " + failedBound + " without a failed fold");
        }
    }

    /** Whether a fold under the same facts would be by the same rules as the last one. */
    public enum Currency {
        /** It would. */
        CURRENT,
        /** Policies, titles or the version of the fold have changed since. */
        OUTDATED
    }
}
