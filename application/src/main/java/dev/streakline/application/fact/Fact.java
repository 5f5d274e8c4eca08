package dev.streakline.application.fact;

/** One thing that happened, or that somebody states, valid by itself (section 2). */
public sealed interface Fact
        permits WatchFact,
                TitleFact,
                InteractionFact,
                PauseFact,
                RankingChoiceFact,
                ChannelFact,
                RatingFact,
                ViewerFact {

    FactId id();

    FactType type();

    /** When it holds: an instant, or for some watch facts a local date. */
    Moment moment();

    /** The answer of the case for this fact. */
    <R> R match(Cases<R> cases);

    /**
     * What to do with each type of fact.
     *
     * @param <R> the answer
     */
    interface Cases<R> {

        R watch(WatchFact fact);

        R title(TitleFact fact);

        R interaction(InteractionFact fact);

        R pause(PauseFact fact);

        R rankingChoice(RankingChoiceFact fact);

        R channel(ChannelFact fact);

        R rating(RatingFact fact);

        R viewer(ViewerFact fact);
    }
}
