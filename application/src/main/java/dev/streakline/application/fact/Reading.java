package dev.streakline.application.fact;

/** What reading an event gives: a fact, or the reason why it is none. */
public sealed interface Reading {

    /**
     * A fact.
     *
     * @param fact what it says
     * @param content to tell a duplicate from a conflict
     */
    record Read(Fact fact, ContentDigest content) implements Reading {}

    /**
     * No fact.
     *
     * @param rejection why
     */
    record Refused(Rejection rejection) implements Reading {}
}
