package dev.streakline.domain.streak;

/** The state of a streak at an instant: the first one that applies, in this order (detail 5). */
public enum StreakState {
    /** No day has qualified yet. */
    NONE("none"),
    /** Today qualified. */
    ACTIVE("active"),
    /** There was a streak, and a complete day was missed since. */
    BROKEN("broken"),
    /** There is a current streak, and today is inside a pause. */
    PAUSED("paused"),
    /** There is a current streak because a token was spent on yesterday. */
    FROZEN("frozen"),
    /** There is a current streak, and today has not qualified yet. */
    AT_RISK("at_risk");

    private final String code;

    StreakState(String code) {
        this.code = code;
    }

    /** The name in answers. */
    public String code() {
        return code;
    }
}
