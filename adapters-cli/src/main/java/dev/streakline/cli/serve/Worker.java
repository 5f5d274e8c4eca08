package dev.streakline.cli.serve;

import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.recalculation.RecalculationRun;
import dev.streakline.application.recalculation.RecalculationRuns;
import dev.streakline.application.statistics.OutdatedFoldVersionException;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a worker does in a round, and what it has learned from those before. For one thread; its counts are for any. */
final class Worker {

    private final RefreshStatistics refreshStatistics;
    private final RecalculationRuns runs;
    private final InstantSource clock;
    private final WorkerPace workerPace;
    private final Consumer<String> notices;

    private volatile WorkerCounts counts = WorkerCounts.NOTHING;

    /** The last day, in UTC, on which it saw to it that everybody is ranked anew; absent before the first. */
    private @Nullable LocalDate lastRebuild;

    /** How long it rests after the next failure. */
    private Duration backOff;

    /** What was said of the failure of the last round; absent when it went well. */
    private @Nullable String lastFailure;

    Worker(
            RefreshStatistics refreshStatistics,
            RecalculationRuns runs,
            InstantSource clock,
            WorkerPace workerPace,
            Consumer<String> notices) {
        this.refreshStatistics = refreshStatistics;
        this.runs = runs;
        this.clock = clock;
        this.workerPace = workerPace;
        this.notices = notices;
        this.backOff = workerPace.backOff();
    }

    WorkerCounts counts() {
        return counts;
    }

    /**
     * Folds who waits and ranks what they touched, ranks everybody anew when the day has changed, then runs a recalculation
     * that was asked for. Whatever fails is told, once for as long as it lasts.
     *
     * @return how long to rest until the next
     */
    Duration round() {
        try {
            Statistics.RefreshSummary summary = refreshStatistics.refresh(new Selection.Settled(clock.instant()));
            counts = counts.folded(summary);
            rankNightly();
            Optional<RecalculationRun> claimed = runs.claim(clock.instant(), workerPace.lease());
            claimed.ifPresent(this::run);
            recover();
            return summary.viewers() > 0 || claimed.isPresent() ? Duration.ZERO : workerPace.idle();
        } catch (CancellationException interrupted) {
            return Duration.ZERO;
        } catch (OutdatedFoldVersionException refused) {
            fail("Nothing is folded here: " + refused.getMessage(), "refused");
            return workerPace.refused();
        } catch (StoreUnavailableException outage) {
            fail("Folding stands still, and is tried again: " + outage.getMessage(), "outage");
            return rest();
        } catch (OutOfMemoryError exhausted) {
            // The thread ends with it, and with it the process where that serves.
            throw exhausted;
        } catch (RuntimeException | Error failed) {
            fail("Folding failed, which is a fault of this program, and is tried again: " + failed, failed.toString());
            return rest();
        }
    }

    /** The first round of a process does so too: nobody may have worked when the day changed. */
    private void rankNightly() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(lastRebuild)) {
            refreshStatistics.rebuildRankings(today);
            lastRebuild = today;
        }
    }

    /** Who holds it and dies, or loses the store, leaves it to the next. */
    private void run(RecalculationRun run) {
        Heartbeat beating = Heartbeat.of(() -> runs.heartbeat(run, clock.instant()), workerPace.beat());
        try {
            Statistics.RefreshSummary summary =
                    refreshStatistics.refresh(run.scope().at(clock.instant()));
            counts = counts.folded(summary);
            runs.finish(run.done(clock.instant(), summary));
        } catch (StoreUnavailableException | OutdatedFoldVersionException | CancellationException left) {
            throw left;
        } catch (RuntimeException failed) {
            counts = counts.failed();
            notices.accept("The recalculation " + run.id() + " failed, which is a fault of this program: " + failed);
            runs.finish(run.failed(clock.instant(), "An unexpected error: " + failed));
        } finally {
            beating.close();
        }
    }

    private void fail(String what, String kind) {
        counts = counts.failed();
        if (!kind.equals(lastFailure)) {
            notices.accept(what);
        }
        lastFailure = kind;
    }

    private Duration rest() {
        Duration now = backOff;
        backOff = workerPace.backOffAfter(now);
        return now;
    }

    private void recover() {
        counts = counts.succeeded(clock.instant());
        backOff = workerPace.backOff();
        if (lastFailure != null) {
            notices.accept("Folding goes on.");
            lastFailure = null;
        }
    }
}
