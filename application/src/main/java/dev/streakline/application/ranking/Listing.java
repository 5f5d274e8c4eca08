package dev.streakline.application.ranking;

/** Whether a viewer is ranked (section 8). */
public enum Listing {
    /** The viewer is ranked; the default. */
    LISTED,
    /** The viewer has opted out. */
    UNLISTED;
}
