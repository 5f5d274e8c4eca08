package dev.streakline.application.fact;

import java.time.Instant;

/**
 * A viewer chooses whether he is ranked (section 2). The latest {@code time} holds (details 10).
 *
 * @param id of a viewer
 * @param time when he chose, at microseconds
 * @param listed whether he is ranked
 */
public record RankingChoiceFact(FactId id, Instant time, boolean listed) implements Fact {

    public RankingChoiceFact {
        FactType.RANKING_CHOICE.check(id);
        time = Instants.requireInRange(time);
    }

    @Override
    public FactType type() {
        return FactType.RANKING_CHOICE;
    }

    @Override
    public Moment moment() {
        return new Moment.AtInstant(time);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.rankingChoice(this);
    }
}
