package dev.streakline.domain.streak;

/** What a streak is at an instant; the first that holds, in this order (detail 5). */
public enum StreakState {
    /** No day has qualified yet. */
    NONE("none"),
    /** Today qualified. */
    ACTIVE("active"),
    /** There was a streak, and a complete day was missed since. */
    BROKEN("broken"),
    /** A streak lives, and today is inside a pause. */
    PAUSED("paused"),
    /** A streak lives because a token was spent on yesterday. */
    FROZEN("frozen"),
    /** A streak lives, and today has not qualified yet. */
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
