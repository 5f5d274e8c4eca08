package dev.streakline.application.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that is known to have happened. Instants are kept to the microsecond. */
public sealed interface Fact
        permits WatchFact,
                TitleFact,
                InteractionFact,
                PauseFact,
                RankingChoiceFact,
                ChannelFact,
                RatingFact,
                ViewerFact {

    /** What identifies it. */
    FactId id();

    /** When it happened; absent only for a watch fact of which nothing but the local date is known. */
    @Nullable
    Instant time();
}
