package dev.streakline.application.fact;

/** What a subject names. Subjects of different spaces never collide (detail 56). */
public enum Space {
    /** A person who watches. */
    VIEWER,
    /** One watchable thing. */
    TITLE,
    /** What a viewer follows. */
    CHANNEL
}
