package dev.streakline.application.history;

import java.io.Serial;

/** A viewer has more facts or channels than this process reads at once, so that no history takes all of its memory. */
public final class HistoryTooLongException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int most;

    /**
     * @param most how many facts there is room for, at least 1
     */
    public HistoryTooLongException(int most) {
        super(
                "The viewer has too many facts: this process has room for " + most
                        + " facts of one viewer, and a channel counts as 8 facts. Withdraw some of the facts, or give"
                        + " Java a larger heap (-Xmx).",
                null,
                false,
                false);
        this.most = most;
    }

    /** How many facts there is room for. */
    public int most() {
        return most;
    }
}
