package dev.streakline.application.statistics;

import java.time.Instant;

/**
 * Decides which viewers are due for a fold (section 10). A store may narrow its search first, but selects exactly these.
 *
 * @param now from the selection: viewers are due whose statistics time alone has changed by then
 * @param storeTime by the clock of the store, which dates marks and back-offs
 * @param factBound the most facts of one viewer that this process can read, at least 1
 */
public record DueRule(Instant now, Instant storeTime, int factBound) {

    /**
     * Whether a viewer is due: something has changed since the last fold, and no back-off delays the next try.
     *
     * <p>The bounds: statistics that change exactly now are due, and so is a viewer whose back-off ends exactly now.
     */
    public boolean isDue(DueState viewer) {
        return isChanged(viewer) && !isBackingOff(viewer);
    }

    /**
     * Whether a viewer is due and settled: the last mark is at least {@link Selection.Settled#QUIET_PERIOD} old, or the first at
     * least {@link Selection.Settled#LONGEST_WAIT}. A viewer without a mark is settled.
     */
    public boolean isDueAndSettled(DueState viewer) {
        return isDue(viewer) && !isArriving(viewer);
    }

    private boolean isChanged(DueState viewer) {
        return viewer.lastMarkAt() != null
                || viewer.currency() == DueState.Currency.OUTDATED
                || (viewer.nextChangeAt() != null && !viewer.nextChangeAt().isAfter(now));
    }

    /** A fold that failed because there were too many facts is tried at once by a process that can read more. */
    private boolean isBackingOff(DueState viewer) {
        return viewer.retryAt() != null
                && viewer.retryAt().isAfter(storeTime)
                && (viewer.failedBound() == null || viewer.failedBound() >= factBound);
    }

    private boolean isArriving(DueState viewer) {
        return viewer.firstMarkAt() != null
                && viewer.lastMarkAt() != null
                && viewer.lastMarkAt().plus(Selection.Settled.QUIET_PERIOD).isAfter(storeTime)
                && viewer.firstMarkAt().plus(Selection.Settled.LONGEST_WAIT).isAfter(storeTime);
    }
}
