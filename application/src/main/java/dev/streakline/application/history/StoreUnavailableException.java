package dev.streakline.application.history;

import java.io.Serial;

/**
 * A store cannot be reached or cannot do its work now: it is stopped, its disk is full, or it does not answer in time.
 * The call stored nothing; the same call may succeed later.
 */
public sealed class StoreUnavailableException extends RuntimeException
        permits StoreFullException, StoreWorkFailedException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param what was tried, why it failed and the remedy, without a secret
     * @param cause the store's own failure
     */
    public StoreUnavailableException(String what, Throwable cause) {
        super(what, cause);
    }

    /** @param what was tried, why it failed and the remedy, without a secret */
    StoreUnavailableException(String what) {
        super(what);
    }
}
