package dev.streakline.application.fact;

import java.time.Instant;

/**
 * A viewer rates a title (section 2). A later rating of the same title replaces the earlier (details 38).
 *
 * @param id of a viewer
 * @param time when he rated, at microseconds
 * @param title an identifier
 * @param score 0 to 100 points
 */
public record RatingFact(FactId id, Instant time, String title, int score) implements Fact {

    public RatingFact {
        FactType.RATING.check(id);
        time = Instants.requireInRange(time);
        TextRule.IDENTIFIER.check(Member.TITLE, title);
        NumberRule.SCORE.check(Member.SCORE, score);
    }

    @Override
    public FactType type() {
        return FactType.RATING;
    }

    @Override
    public Moment moment() {
        return new Moment.AtInstant(time);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.rating(this);
    }
}
