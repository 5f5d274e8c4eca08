package dev.streakline.application.fact;

/**
 * What identifies a fact for ever; no time window, and the type of the fact is no part of it (details 19, 35, 56).
 *
 * @param space what the subject names
 * @param subject whom or what the fact is about
 * @param source who says so
 * @param id the name that the source gave the fact
 */
public record FactId(Space space, String subject, String source, String id) {

    /**
     * @throws IllegalArgumentException when one of them is not 1 to 128 characters, or holds a control character
     */
    public FactId {
        Texts.requireIdentifier("subject", subject);
        Texts.requireIdentifier("source", source);
        Texts.requireIdentifier("id", id);
    }
}
