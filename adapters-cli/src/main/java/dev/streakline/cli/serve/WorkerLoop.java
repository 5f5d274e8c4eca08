package dev.streakline.cli.serve;

import dev.streakline.application.recalculation.RecalculationRuns;
import dev.streakline.application.statistics.RefreshStatistics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * A thread that keeps statistics as facts arrive and days turn, and runs the recalculations that were asked for (section
 * 10). When there was work it begins again at once; when the store is gone it tries again, less and less often. Several may
 * work on one store, in one process or in many.
 *
 * <p>Example: {@code try (WorkerLoop loop = WorkerLoop.start(keeping, runs, clock, Pace.DEFAULT, log::println)) { … }}
 */
public final class WorkerLoop implements AutoCloseable {

    /** How long closing waits for what is being folded. */
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final Worker worker;
    private final Thread thread;
    private volatile boolean isClosing;

    private WorkerLoop(
            RefreshStatistics refreshStatistics,
            RecalculationRuns runs,
            InstantSource clock,
            WorkerPace workerPace,
            Consumer<String> notices) {
        this.worker = new Worker(refreshStatistics, runs, clock, workerPace, word -> report(notices, word));
        this.thread = new Thread(this::work, "streakline-worker");
        thread.setDaemon(true);
    }

    /**
     * Starts to work.
     *
     * @param notices takes a line when something fails and when it goes well again, each once; from another thread
     */
    public static WorkerLoop start(
            RefreshStatistics refreshStatistics,
            RecalculationRuns runs,
            InstantSource clock,
            WorkerPace workerPace,
            Consumer<String> notices) {
        WorkerLoop loop = new WorkerLoop(refreshStatistics, runs, clock, workerPace, notices);
        loop.thread.start();
        return loop;
    }

    /** What it has done so far. */
    public WorkerCounts counts() {
        return worker.counts();
    }

    /** What fails because it is being ended is nobody's concern. */
    private void report(Consumer<String> notices, String word) {
        if (!isClosing) {
            notices.accept(word);
        }
    }

    private void work() {
        while (!isClosing) {
            Duration rest = worker.round();
            try {
                Thread.sleep(rest.toMillis());
            } catch (InterruptedException interrupted) {
                // Only who closes it interrupts it.
            }
        }
    }

    /** Ends it when the shards that are being folded are done, and waits for that at most 10 seconds. */
    @Override
    public void close() {
        isClosing = true;
        thread.interrupt();
        try {
            thread.join(LONGEST_END.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
