package dev.streakline.cli.format;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistorySink;
import org.jspecify.annotations.Nullable;

/**
 * Hands everything on to a sink. Distinguishes the sink's own failure from those of a damaged archive, for which the
 * library throws {@link IllegalArgumentException} as well.
 */
final class GuardedSink implements HistorySink {
    private final HistorySink sink;
    private @Nullable IllegalArgumentException thrown;

    GuardedSink(HistorySink sink) {
        this.sink = sink;
    }

    @Override
    public void accept(HistoryItem item) {
        try {
            sink.accept(item);
        } catch (IllegalArgumentException failed) {
            throw noted(failed);
        }
    }

    @Override
    public void entering(String member) {
        try {
            sink.entering(member);
        } catch (IllegalArgumentException failed) {
            throw noted(failed);
        }
    }

    @Override
    public void reached(long bytes) {
        try {
            sink.reached(bytes);
        } catch (IllegalArgumentException failed) {
            throw noted(failed);
        }
    }

    private IllegalArgumentException noted(IllegalArgumentException failed) {
        thrown = failed;
        return failed;
    }

    /** Throws the failure if it is the sink's own. */
    void rethrowItsOwn(Exception failure) {
        if (thrown != null && thrown == failure) {
            throw thrown;
        }
    }
}
