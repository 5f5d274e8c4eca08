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
        call(() -> sink.accept(item));
    }

    @Override
    public void entering(String member) {
        call(() -> sink.entering(member));
    }

    @Override
    public void reached(long bytes) {
        call(() -> sink.reached(bytes));
    }

    private void call(Runnable ofSink) {
        try {
            ofSink.run();
        } catch (IllegalArgumentException failed) {
            thrown = failed;
            throw failed;
        }
    }

    /** Throws the failure if it is the sink's own. */
    void rethrowItsOwn(Exception failure) {
        if (thrown != null && thrown == failure) {
            throw thrown;
        }
    }
}
