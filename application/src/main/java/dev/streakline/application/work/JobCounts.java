package dev.streakline.application.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a job since its worker was started.
 *
 * @param failures how many rounds failed or were refused, and how many faults they reported
 * @param lastSuccess when a round last succeeded, also one that found nothing to do; absent before the first
 */
public record JobCounts(long failures, @Nullable Instant lastSuccess) {

    /** Before the first round. */
    static final JobCounts NOTHING = new JobCounts(0, null);

    JobCounts failed() {
        return new JobCounts(failures + 1, lastSuccess);
    }

    JobCounts succeeded(Instant now) {
        return new JobCounts(failures, now);
    }
}
