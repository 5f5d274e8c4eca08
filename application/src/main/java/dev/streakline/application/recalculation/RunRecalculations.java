package dev.streakline.application.recalculation;

import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.history.StoreWorkFailedException;
import dev.streakline.application.statistics.FoldTally;
import dev.streakline.application.statistics.OutdatedFoldVersionException;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.application.work.BackOff;
import dev.streakline.application.work.Heartbeat;
import dev.streakline.application.work.Lease;
import dev.streakline.application.work.Step;
import dev.streakline.application.work.StepResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Runs the recalculations that were requested, one in each round (section 10). */
public final class RunRecalculations implements Step {

    /** After a failure of the store that concerns this run alone, such as a statement that takes too long. */
    private static final BackOff BACK_OFF = new BackOff(Duration.ofMinutes(1), Duration.ofMinutes(30));

    private final RefreshStatistics refreshStatistics;
    private final RecalculationQueue queue;
    private final InstantSource clock;
    private final Lease lease;
    private final FoldTally tally;

    /** Adds what it folds to a tally. */
    public RunRecalculations(
            RefreshStatistics refreshStatistics,
            RecalculationQueue queue,
            InstantSource clock,
            Lease lease,
            FoldTally tally) {
        this.refreshStatistics = refreshStatistics;
        this.queue = queue;
        this.clock = clock;
        this.lease = lease;
        this.tally = tally;
    }

    @Override
    public StepResult advance(Consumer<String> faults) {
        Optional<ClaimedRun> claimed = queue.claim(lease.length());
        claimed.ifPresent(claim -> run(claim, faults));
        return claimed.isPresent() ? StepResult.WORKED : StepResult.IDLE;
    }

    private void run(ClaimedRun claim, Consumer<String> faults) {
        RunOutcome outcome;
        try {
            outcome = outcomeWithHeartbeat(claim, faults);
        } catch (StoreWorkFailedException failed) {
            queue.postpone(claim, BACK_OFF.after(claim.attempt()));
            throw failed;
        } catch (OutdatedFoldVersionException outdated) {
            queue.release(claim);
            throw outdated.asRefusal();
        } catch (CancellationException cancelled) {
            releaseUninterrupted(claim);
            throw cancelled;
        }
        if (!finish(claim, outcome)) {
            faults.accept("The outcome of the recalculation " + claim.run().id()
                    + " was not stored, because this process no longer had the lease.");
        }
    }

    private RunOutcome outcomeWithHeartbeat(ClaimedRun claim, Consumer<String> faults) {
        Heartbeat heartbeat = Heartbeat.start(() -> queue.renew(claim, lease.length()), lease.heartbeat());
        try {
            return outcome(claim, faults);
        } finally {
            heartbeat.close();
        }
    }

    /** An interrupted thread is given no connection to the store. */
    private void releaseUninterrupted(ClaimedRun claim) {
        boolean wasInterrupted = Thread.interrupted();
        try {
            queue.release(claim);
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Runs it. When the store is unavailable, the next process claims the run once the lease has ended. */
    private RunOutcome outcome(ClaimedRun claim, Consumer<String> faults) {
        try {
            Statistics.RefreshSummary summary =
                    refreshStatistics.refresh(claim.run().scope().at(clock.instant()));
            tally.add(summary);
            return RunOutcome.done(summary);
        } catch (StoreUnavailableException | OutdatedFoldVersionException | CancellationException left) {
            throw left;
        } catch (RuntimeException failed) {
            faults.accept(
                    "The recalculation " + claim.run().id() + " failed because of a bug in this program: " + failed);
            return RunOutcome.failed("Unexpected error: " + failed);
        }
    }

    /** Tries once more if the lease has ended and no other process has claimed the run, as after an outage. */
    private boolean finish(ClaimedRun claim, RunOutcome outcome) {
        return queue.finish(claim, outcome) || (queue.renew(claim, lease.length()) && queue.finish(claim, outcome));
    }
}
