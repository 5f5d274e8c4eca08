package dev.streakline.application.fact;

import dev.streakline.domain.catalogue.NameIndex;
import java.time.Instant;
import java.util.Comparator;
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

    /**
     * The order that decides which of several facts applies (details 10 and 16): the later instant comes last; at the
     * same instant the greater source, then the greater id, both in code-point order. Of the active facts of one kind
     * about one subject, the last one applies. Facts on a date come before all instants.
     *
     * <p>Stores may select the fact that applies in a query of their own; {@code LatestFactTest} in the module of
     * PostgreSQL compares such queries with this order on generated facts.
     */
    Comparator<Fact> LATEST_LAST = Comparator.comparing(
                    (Fact fact) -> fact.moment().instant().orElse(Instant.MIN))
            .thenComparing(fact -> fact.id().source(), NameIndex.CODE_POINT_ORDER)
            .thenComparing(fact -> fact.id().id(), NameIndex.CODE_POINT_ORDER);

    FactId id();

    FactType type();

    /** When it is valid: an instant, or for some watch facts a local date. */
    Moment moment();

    /** This fact, if it is of a kind. */
    default <F extends Fact> Optional<F> as(Class<F> kind) {
        return Optional.of(this).filter(kind::isInstance).map(kind::cast);
    }
}
