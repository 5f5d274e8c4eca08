package dev.streakline.application.history;

import java.io.Serial;

/**
 * A store is there, and could not do this one call: it took too long, or the store cannot keep what came out. Other calls may
 * succeed meanwhile.
 */
public final class StoreWorkFailed extends StoreUnavailable {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param what was tried, why it failed and what to do, without a secret
     * @param cause the store's own failure
     */
    public StoreWorkFailed(String what, Throwable cause) {
        super(what, cause);
    }

    /** @param what was tried, why it failed and what to do, without a secret */
    public StoreWorkFailed(String what) {
        super(what);
    }
}
