package dev.streakline.application.fact;

import dev.streakline.domain.catalogue.TitleKind;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The details of a title (section 2). Of several about one title the latest {@code time} holds as a whole and for all
 * history (details 16).
 *
 * @param id of a title
 * @param time since when somebody says so, at microseconds
 * @param kind any kind but {@link TitleKind#UNKNOWN}
 * @param name free text of at most 1000 code points
 * @param show an identifier, compared exactly: two spellings are two shows (details 68)
 * @param showName free text of at most 1000 code points
 * @param season 0 to 1,000,000
 * @param episode 0 to 1,000,000
 * @param genres at most 64 texts of 1 to 128 code points; a text that repeats an earlier one is left out (details 74)
 * @param runtimeSeconds at least 1 (details 66)
 * @param channel an identifier, the channel of sessions that name none
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

    private static final int MOST_GENRES = 64;
    private static final String KINDS = "movie, episode, video or stream";

    public TitleFact {
        FactType.TITLE_DETAILS.check(id);
        time = Instants.requireInRange(time);
        if (kind == TitleKind.UNKNOWN) {
            throw unknownKind(kind.code());
        }
        TextRule.NAME.check(Member.NAME, name);
        TextRule.IDENTIFIER.checkOptional(Member.SHOW, show);
        TextRule.NAME.checkOptional(Member.SHOW_NAME, showName);
        if (season != null) {
            NumberRule.NUMBERING.check(Member.SEASON, season);
        }
        if (episode != null) {
            NumberRule.NUMBERING.check(Member.EPISODE, episode);
        }
        genres = distinct(genres);
        if (runtimeSeconds != null) {
            NumberRule.RUNTIME.check(Member.RUNTIME_SECONDS, runtimeSeconds);
        }
        TextRule.IDENTIFIER.checkOptional(Member.CHANNEL, channel);
    }

    @Override
    public FactType type() {
        return FactType.TITLE_DETAILS;
    }

    @Override
    public Moment moment() {
        return new Moment.AtInstant(time);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.title(this);
    }

    /** The kind of a title on the wire, which is never {@code unknown}. */
    public static TitleKind kindOf(String code) {
        return TitleKind.ofCode(code).orElseThrow(() -> unknownKind(code));
    }

    private static InvalidFactException unknownKind(String code) {
        return new InvalidFactException(
                RejectionCode.VALUE_UNKNOWN,
                Member.KIND,
                "is " + ErrorExcerpt.of(code) + "; it must be " + KINDS + ".");
    }

    private static List<String> distinct(List<String> genres) {
        if (genres.size() > MOST_GENRES) {
            throw new InvalidFactException(
                    RejectionCode.OUT_OF_RANGE,
                    Member.GENRES,
                    "has " + genres.size() + " elements; it must have at most " + MOST_GENRES
                            + ". Send the most telling ones.");
        }
        Set<String> kept = new LinkedHashSet<>();
        int index = 0;
        for (String genre : genres) {
            kept.add(TextRule.GENRE.check(Member.GENRES.element(index), genre));
            index++;
        }
        return List.copyOf(kept);
    }
}
