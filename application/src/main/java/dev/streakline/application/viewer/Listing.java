package dev.streakline.application.viewer;

/** Whether a viewer is ranked (section 8). */
public enum Listing {
    /** He is, as everybody who has not chosen. */
    LISTED,
    /** He has opted out. */
    UNLISTED;

    /** What a choice says. */
    static Listing of(boolean listed) {
        return listed ? LISTED : UNLISTED;
    }
}
