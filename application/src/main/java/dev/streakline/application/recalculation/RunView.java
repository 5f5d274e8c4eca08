package dev.streakline.application.recalculation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recalculation that was requested.
 *
 * @param state waiting, running, done or failed
 * @param scope all, due or viewer
 * @param requestedBy the account
 * @param startedAt when it was last begun; absent while it is pending
 * @param finishedAt absent until it is done or has failed
 * @param viewers how many were folded
 * @param changed the statistics of how many have changed
 * @param announced how many achievements were announced
 * @param failure why it has failed; absent unless it has
 */
public record RunView(
        String id,
        String state,
        String scope,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int viewers,
        int changed,
        int announced,
        @Nullable String failure) {

    /** The view of a run. */
    public static RunView of(RecalculationRun run) {
        return new RunView(
                run.id(),
                run.state().code(),
                run.scope().code(),
                run.requestedBy(),
                run.requestedAt(),
                run.startedAt(),
                run.finishedAt(),
                run.counts().viewers(),
                run.counts().changed(),
                run.counts().announced(),
                run.failure());
    }
}
