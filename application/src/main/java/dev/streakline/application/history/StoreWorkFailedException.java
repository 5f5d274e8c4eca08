package dev.streakline.application.history;

import java.io.Serial;

/**
 * A store is there, but could not do this one call: it took too long, or the store cannot store the result. Other calls
 * may succeed meanwhile.
 */
public final class StoreWorkFailedException extends StoreUnavailableException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param what was tried, why it failed and the remedy, without a secret
     * @param cause the store's own failure
     */
    public StoreWorkFailedException(String what, Throwable cause) {
        super(what, cause);
    }

    /** @param what was tried, why it failed and the remedy, without a secret */
    public StoreWorkFailedException(String what) {
        super(what);
    }
}
