package dev.streakline.application.work;

/** Whether a step did something. */
public enum StepResult {
    /** It did something, and there may be more to do. */
    WORKED,
    /** It found nothing to do. */
    IDLE;

    /** {@code WORKED} if the step did something, else {@code IDLE}. */
    static StepResult of(boolean isWork) {
        return isWork ? WORKED : IDLE;
    }
}
