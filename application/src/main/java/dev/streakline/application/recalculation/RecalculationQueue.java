package dev.streakline.application.recalculation;

import dev.streakline.application.history.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;

/**
 * The recalculations that are not finished, for the processes that run them. Each is claimed by one process at a time,
 * for as long as its lease lasts. All times are those of the store's clock, so that the clocks of processes need not
 * agree. A claim is lost once another process has claimed the run, once it was given back, and once the run is finished
 * or erased. It can then change nothing, and each method returns whether it did. Every method throws
 * {@link StoreUnavailableException} when the store fails. Safe for use by several threads and processes.
 */
public interface RecalculationQueue {

    /** A run that was claimed this often, and never released or finished, has failed. */
    int MOST_ATTEMPTS = 10;

    /** The outcome of a run after that many attempts. */
    RunOutcome GIVEN_UP = RunOutcome.failed("Given up: the process that ran it ended " + MOST_ATTEMPTS
            + " times in a row. Look for the cause in the log of the service, then request the recalculation again.");

    /**
     * Claims the earliest requested run that is due: not claimed by any process, or with an ended lease or back-off.
     * Runs that are due after {@link #MOST_ATTEMPTS} attempts fail now instead.
     *
     * @param lease for how long, positive
     * @return the run, started now; empty when none is due
     */
    Optional<ClaimedRun> claim(Duration lease);

    /**
     * Renews the lease. A lease that has ended can be renewed until another process claims the run.
     *
     * @return false when the claim is lost
     */
    boolean renew(ClaimedRun claim, Duration lease);

    /**
     * Stores the outcome of a run, which is finished now.
     *
     * @return false when the claim is lost or its lease has ended
     */
    boolean finish(ClaimedRun claim, RunOutcome outcome);

    /**
     * Gives a run back. It is due at once, and this attempt does not count.
     *
     * @return false when the claim is lost or its lease has ended
     */
    boolean release(ClaimedRun claim);

    /**
     * Gives a run back after a failure. It is due after a delay.
     *
     * @param delay zero or more
     * @return false when the claim is lost or its lease has ended
     */
    boolean postpone(ClaimedRun claim, Duration delay);
}
