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
}
