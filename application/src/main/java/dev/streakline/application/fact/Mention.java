package dev.streakline.application.fact;

/** What a member of {@code data} mentions by its name. Stores keep each name once, and facts refer to it by a key. */
public enum Mention {
    TITLE,
    CHANNEL,
    PLATFORM
}
