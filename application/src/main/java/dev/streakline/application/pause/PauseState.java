package dev.streakline.application.pause;

import java.time.LocalDate;

/** The state of a pause on a viewer's local day. */
public enum PauseState {
    /** It begins after the day. */
    UPCOMING("upcoming"),
    /** The day is in it. */
    RUNNING("running"),
    /** It ended before the day. */
    OVER("over");

    private final String code;

    PauseState(String code) {
        this.code = code;
    }

    /** The name in answers. */
    public String code() {
        return code;
    }

    static PauseState of(LocalDate from, LocalDate to, LocalDate today) {
        if (from.isAfter(today)) {
            return UPCOMING;
        }
        return to.isBefore(today) ? OVER : RUNNING;
    }
}
