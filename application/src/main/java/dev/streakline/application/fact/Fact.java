package dev.streakline.application.fact;

import java.util.Optional;

/** One thing that happened, or that a source states; valid by itself (section 2). */
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

    /** When it is valid: an instant, or for some watch facts a local date. */
    Moment moment();

    /** This fact, if it is of a kind. */
    default <F extends Fact> Optional<F> as(Class<F> kind) {
        return Optional.of(this).filter(kind::isInstance).map(kind::cast);
    }
}
