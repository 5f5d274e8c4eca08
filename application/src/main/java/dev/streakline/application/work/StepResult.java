package dev.streakline.application.work;

/** Whether a step did something. */
public enum StepResult {
    /** It did something, and there may be more to do. */
    WORKED,
    /** It found nothing to do. */
    IDLE;

    /** Of a step that did something exactly when this is true. */
    static StepResult of(boolean isWork) {
        return isWork ? WORKED : IDLE;
    }
}
