package dev.streakline.application.work;

import dev.streakline.application.history.StoreUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rounds of one job, with the results of earlier ones. For one thread; its counts may be read by any. */
final class Rounds {

    private final Job job;
    private final InstantSource clock;
    private final Consumer<String> notices;
    private volatile JobCounts counts = JobCounts.NOTHING;

    /** How many rounds in a row have failed, refusals not counted. */
    private long failuresInARow;

    /** The kind of the failure that was reported last; absent when the last round succeeded. */
    private @Nullable String lastFailure;

    /**
     * Rounds that have not begun.
     *
     * @param notices receives a line when rounds fail and when they succeed again, once for as long as it lasts
     */
    Rounds(Job job, InstantSource clock, Consumer<String> notices) {
        this.job = job;
        this.clock = clock;
        this.notices = notices;
    }

    JobCounts counts() {
        return counts;
    }

    /** Does one round, whatever fails in it; returns how long to pause before the next. */
    Duration next() {
        try {
            StepResult result = job.step().advance(this::fault);
            recover();
            return result == StepResult.WORKED ? Duration.ZERO : job.pace().idle();
        } catch (CancellationException interrupted) {
            return Duration.ZERO;
        } catch (StepRefusedException refused) {
            fail(String.valueOf(refused.getMessage()), "refused");
            return job.pace().refused();
        } catch (StoreUnavailableException outage) {
            fail(job.title() + " has stopped, and is tried again: " + outage.getMessage(), "outage");
            return backOff();
        } catch (OutOfMemoryError exhausted) {
            // The error ends the thread, and in a service the process.
            throw exhausted;
        } catch (RuntimeException | Error failed) {
            fail(
                    job.title() + " failed because of a bug in this program, and is tried again: " + failed,
                    failed.toString());
            return backOff();
        }
    }

    private void fault(String line) {
        counts = counts.failed();
        notices.accept(line);
    }

    private void fail(String line, String kind) {
        counts = counts.failed();
        if (!kind.equals(lastFailure)) {
            notices.accept(line);
        }
        lastFailure = kind;
    }

    private Duration backOff() {
        failuresInARow++;
        return job.pace().backOff().after(failuresInARow);
    }

    private void recover() {
        counts = counts.succeeded(clock.instant());
        failuresInARow = 0;
        if (lastFailure != null) {
            notices.accept(job.title() + " continues.");
            lastFailure = null;
        }
    }
}
