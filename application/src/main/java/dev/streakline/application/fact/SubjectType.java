package dev.streakline.application.fact;

/**
 * What a subject names. A viewer, a title and a channel called {@code "42"} are three subjects, and facts about them
 * never share an identity (section 2, details 56).
 */
public enum SubjectType {
    VIEWER,
    TITLE,
    CHANNEL
}
