package dev.streakline.application.fact;

import java.time.Instant;
import java.util.List;

/**
 * A viewer chooses whether they are ranked (section 2). The fact with the latest {@code time} applies (details 10).
 *
 * @param id of a viewer
 * @param time when the viewer chose, at microseconds
 * @param listed whether the viewer is ranked
 */
public record RankingChoiceFact(FactId id, Instant time, boolean listed) implements Fact {

    private static final FactField<RankingChoiceFact, Boolean> LISTED = FactField.required(
                    Member.LISTED, ValueForm.flag(), RankingChoiceFact::listed)
            .in("listed");

    static final FactSchema<RankingChoiceFact> SCHEMA =
            FactSchema.of(RankingChoiceFact.class, RankingChoiceFact::of, List.of(LISTED));

    public RankingChoiceFact {
        FactType.RANKING_CHOICE.check(id);
        time = Instants.requireInRange(time);
    }

    private static RankingChoiceFact of(FactSchema.Values values) {
        return new RankingChoiceFact(values.id(), values.time(), values.required(LISTED));
    }

    @Override
    public FactType type() {
        return FactType.RANKING_CHOICE;
    }

    @Override
    public Moment moment() {
        return new Moment.AtInstant(time);
    }
}
