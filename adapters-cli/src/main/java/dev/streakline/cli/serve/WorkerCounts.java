package dev.streakline.cli.serve;

import dev.streakline.application.statistics.Statistics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a worker has done since it was started.
 *
 * @param folds how often it folded anybody
 * @param viewers how many it folded, each as often as he was
 * @param changed of how many of them something else was kept then
 * @param announced how many achievements were recorded
 * @param failures how many rounds and recalculations failed
 * @param lastSuccess when a round last went well, also one without work; absent before the first
 */
public record WorkerCounts(
        long folds,
        long viewers,
        long changed,
        long announced,
        long failures,
        @Nullable Instant lastSuccess) {

    /** Of one who has done nothing yet. */
    static final WorkerCounts NOTHING = new WorkerCounts(0, 0, 0, 0, 0, null);

    WorkerCounts folded(Statistics.RefreshSummary summary) {
        return new WorkerCounts(
                folds + (summary.viewers() > 0 ? 1 : 0),
                viewers + summary.viewers(),
                changed + summary.changed(),
                announced + summary.announced(),
                failures,
                lastSuccess);
    }

    WorkerCounts failed() {
        return new WorkerCounts(folds, viewers, changed, announced, failures + 1, lastSuccess);
    }

    WorkerCounts succeeded(Instant now) {
        return new WorkerCounts(folds, viewers, changed, announced, failures, now);
    }
}
