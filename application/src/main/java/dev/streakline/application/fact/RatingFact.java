package dev.streakline.application.fact;

import java.time.Instant;

/**
 * What a viewer thinks of a title; a later rating replaces the earlier.
 *
 * @param title what he rates
 * @param score 0 to 100
 */
public record RatingFact(FactId id, Instant time, String title, int score) implements Fact {

    static final int HIGHEST_SCORE = 100;

    /**
     * @throws IllegalArgumentException for a score out of bounds
     */
    public RatingFact {
        Texts.requireIdentifier("title", title);
        Texts.requireBetween("score", score, 0, HIGHEST_SCORE);
    }
}
