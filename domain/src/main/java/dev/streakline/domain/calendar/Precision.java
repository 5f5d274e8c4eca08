package dev.streakline.domain.calendar;

/** How exactly it is known when something was reached. */
public enum Precision {
    /** To the instant. */
    INSTANT("instant"),
    /** Only the local date: the fact that crossed the rung had no time of day (detail 15). */
    DATE("date");

    private final String code;

    Precision(String code) {
        this.code = code;
    }

    /** The name in answers. */
    public String code() {
        return code;
    }
}
