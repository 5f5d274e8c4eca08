package dev.streakline.application.fact;

import dev.streakline.application.fact.FactField.Mention;
import dev.streakline.application.fact.ValueForm.ColumnType;
import java.time.Instant;
import java.util.List;

/**
 * A viewer rates a title (section 2). A later rating of the same title replaces the earlier (details 38).
 *
 * @param id of a viewer
 * @param time when the viewer rated the title, at microseconds
 * @param title an identifier
 * @param score 0 to 100 points
 */
public record RatingFact(FactId id, Instant time, String title, int score) implements Fact {

    private static final FactField<RatingFact, String> TITLE = FactField.required(
                    Member.TITLE, ValueForm.text(TextRule.IDENTIFIER), RatingFact::title)
            .byKey(Mention.TITLE);
    private static final FactField<RatingFact, Integer> SCORE = FactField.required(
                    Member.SCORE, ValueForm.integer(NumberRule.SCORE).stored(ColumnType.INT2), RatingFact::score)
            .in("score");

    static final FactSchema<RatingFact> SCHEMA = FactSchema.of(RatingFact.class, RatingFact::of, List.of(TITLE, SCORE));

    public RatingFact {
        FactType.RATING.check(id);
        time = Instants.requireInRange(time);
        TITLE.check(title);
        SCORE.check(score);
    }

    private static RatingFact of(FactSchema.Values values) {
        int score = values.required(SCORE);
        return new RatingFact(values.id(), values.time(), values.required(TITLE), score);
    }

    @Override
    public FactType type() {
        return FactType.RATING;
    }

    @Override
    public Moment moment() {
        return new Moment.AtInstant(time);
    }
}
