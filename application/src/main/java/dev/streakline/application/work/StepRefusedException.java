package dev.streakline.application.work;

import java.io.Serial;

/** This process must not do the work of a step until something changes, such as its version. */
public final class StepRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param message what is not done and why, for people
     */
    public StepRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
