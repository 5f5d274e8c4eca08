package dev.streakline.application.statistics;

import dev.streakline.application.work.StepRefusedException;
import java.io.Serial;

/** This process must not fold, because a newer version has: it would replace statistics with older ones. */
public final class OutdatedFoldVersionException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param ours the version of this process
     * @param newest the newest version that has folded
     */
    public OutdatedFoldVersionException(FoldVersion ours, FoldVersion newest) {
        super(
                "The statistics in this store were calculated by a newer version (" + newest
                        + ") than this process has ("
                        + ours
                        + "). This process can read and accept facts, but not recalculate: run the command with the newer version.");
    }

    /** The same for the worker, which tries again after a long pause. */
    public StepRefusedException asRefusal() {
        return new StepRefusedException("Nothing is recalculated here: " + getMessage(), this);
    }
}
