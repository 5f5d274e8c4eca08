package dev.streakline.domain.streak;

/**
 * What makes a day qualify, and how many missed days are forgiven.
 *
 * <p>Example: with {@code minimumSeconds} 600, three sessions of 200 s on one day qualify it; so does one session of
 * unknown length. With {@code freezeCap} 2, a viewer's 7th and 14th qualified day ever earn a token each, and the 21st
 * none while both are unspent (detail 8).
 *
 * @param minimumSeconds the seconds that must be watched on a day, 0 to 86,400; 0 requires only one session
 * @param freezeCap how many unspent freeze tokens a viewer may have, 0 to 366; 0 switches freezes off
 * @param daysPerFreeze the number of qualified days that earn one token; at least 1
 */
public record StreakPolicy(int minimumSeconds, int freezeCap, int daysPerFreeze) {

    /** One session is enough, and no freezes. */
    public static final StreakPolicy DEFAULT = new StreakPolicy(0, 0, 7);

    /**
     * @throws IllegalArgumentException outside the bounds
     */
    public StreakPolicy {
        requireBetween("minimumSeconds", minimumSeconds, 0, 86_400);
        requireBetween("freezeCap", freezeCap, 0, 366);
        requireBetween("daysPerFreeze", daysPerFreeze, 1, 366);
    }

    private static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", but is " + value);
        }
    }
}
