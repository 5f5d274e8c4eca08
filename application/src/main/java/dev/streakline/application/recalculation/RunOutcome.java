package dev.streakline.application.recalculation;

import dev.streakline.application.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * How a recalculation ended.
 *
 * @param counts what it did; nothing when it failed
 * @param failure why it failed, for people; absent when it succeeded
 */
public record RunOutcome(
        Statistics.RefreshSummary counts, @Nullable String failure) {

    /** Of a run that succeeded. */
    public static RunOutcome done(Statistics.RefreshSummary counts) {
        return new RunOutcome(counts, null);
    }

    /** Of a run that failed. */
    public static RunOutcome failed(String failure) {
        return new RunOutcome(Statistics.RefreshSummary.NOTHING, failure);
    }
}
