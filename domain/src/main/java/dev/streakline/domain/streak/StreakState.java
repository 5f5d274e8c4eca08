package dev.streakline.domain.streak;

/** What a streak is at an instant; the first that holds, in this order (detail 5). */
public enum StreakState {
    /** No day has qualified yet. */
    NONE,
    /** Today qualified. */
    ACTIVE,
    /** There was a streak, and a complete day was missed since. */
    BROKEN,
    /** A streak lives, and today is inside a pause. */
    PAUSED,
    /** A streak lives because a token was spent on yesterday. */
    FROZEN,
    /** A streak lives, and today has not qualified yet. */
    AT_RISK
}
