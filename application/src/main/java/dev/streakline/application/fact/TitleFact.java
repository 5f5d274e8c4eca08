package dev.streakline.application.fact;

import dev.streakline.domain.viewing.TitleKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a title is. Of several facts about a title the one with the latest time holds as a whole, at the same time the one
 * with the greater source and id (detail 16).
 *
 * @param kind what sort of thing
 * @param name its name
 * @param show the exact text that identifies its show
 * @param showName how the show is called
 * @param season 0 to 1,000,000
 * @param episode 0 to 1,000,000
 * @param genres exact texts, at most 64
 * @param runtimeSeconds 1 to 10,000,000
 * @param channel the channel of sessions that name none themselves
 */
public record TitleFact(
        FactId id,
        Instant time,
        TitleKind kind,
        String name,
        @Nullable String show,
        @Nullable String showName,
        @Nullable Integer season,
        @Nullable Integer episode,
        List<String> genres,
        @Nullable Integer runtimeSeconds,
        @Nullable String channel)
        implements Fact {

    static final int MOST_GENRES = 64;
    static final int LARGEST_NUMBER = 1_000_000;
    static final int LONGEST_RUNTIME = 10_000_000;

    /**
     * @throws IllegalArgumentException outside the bounds
     */
    public TitleFact {
        genres = List.copyOf(genres);
        Texts.requireText("name", name, Texts.LONGEST_NAME);
        Texts.requireBetween("the number of genres", genres.size(), 0, MOST_GENRES);
        if (runtimeSeconds != null) {
            Texts.requireBetween("runtimeSeconds", runtimeSeconds, 1, LONGEST_RUNTIME);
        }
    }
}
