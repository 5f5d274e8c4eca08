package dev.streakline.application.fact;

import dev.streakline.application.fact.FactField.Mention;
import dev.streakline.domain.catalogue.TitleKind;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The details of a title (section 2). Of several about one title the one with the latest {@code time} applies as a
 * whole and for all history (details 16).
 *
 * @param id of a title
 * @param time when the details were stated, at microseconds
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

    private static final FactField<TitleFact, TitleKind> KIND = FactField.required(
                    Member.KIND,
                    ValueForm.word(
                            TitleFact::kindOf,
                            TitleKind::code,
                            List.of(TitleKind.MOVIE, TitleKind.EPISODE, TitleKind.VIDEO, TitleKind.STREAM)),
                    TitleFact::kind)
            .in("kind");
    private static final FactField<TitleFact, String> NAME = FactField.required(
                    Member.NAME, ValueForm.text(TextRule.NAME), TitleFact::name)
            .in("display_name");
    private static final FactField<TitleFact, String> SHOW = FactField.optional(
                    Member.SHOW, ValueForm.text(TextRule.IDENTIFIER), TitleFact::show)
            .in("show");
    private static final FactField<TitleFact, String> SHOW_NAME = FactField.optional(
                    Member.SHOW_NAME, ValueForm.text(TextRule.NAME), TitleFact::showName)
            .in("show_name");
    private static final FactField<TitleFact, Integer> SEASON = FactField.optional(
                    Member.SEASON, ValueForm.integer(NumberRule.NUMBERING), TitleFact::season)
            .in("season");
    private static final FactField<TitleFact, Integer> EPISODE = FactField.optional(
                    Member.EPISODE, ValueForm.integer(NumberRule.NUMBERING), TitleFact::episode)
            .in("episode");
    private static final FactField<TitleFact, List<String>> GENRES = FactField.optional(
                    Member.GENRES, ValueForm.texts(TextRule.GENRE, MOST_GENRES), TitleFact::genres)
            .in("genres")
            .withDefault(List.of(), fact -> true);
    private static final FactField<TitleFact, Integer> RUNTIME_SECONDS = FactField.optional(
                    Member.RUNTIME_SECONDS, ValueForm.integer(NumberRule.RUNTIME), TitleFact::runtimeSeconds)
            .in("runtime_seconds");
    private static final FactField<TitleFact, String> CHANNEL = FactField.optional(
                    Member.CHANNEL, ValueForm.text(TextRule.IDENTIFIER), TitleFact::channel)
            .byKey(Mention.CHANNEL)
            .in("channel");

    static final FactSchema<TitleFact> SCHEMA = FactSchema.of(
            TitleFact.class,
            TitleFact::of,
            List.of(KIND, NAME, SHOW, SHOW_NAME, SEASON, EPISODE, GENRES, RUNTIME_SECONDS, CHANNEL));

    public TitleFact {
        FactType.TITLE_DETAILS.check(id);
        time = Instants.requireInRange(time);
        if (kind == TitleKind.UNKNOWN) {
            throw unknownKind(kind.code());
        }
        NAME.check(name);
        SHOW.check(show);
        SHOW_NAME.check(showName);
        SEASON.check(season);
        EPISODE.check(episode);
        genres = distinct(genres);
        RUNTIME_SECONDS.check(runtimeSeconds);
        CHANNEL.check(channel);
    }

    private static TitleFact of(FactSchema.Values values) {
        return new TitleFact(
                values.id(),
                values.time(),
                values.required(KIND),
                values.required(NAME),
                values.optional(SHOW),
                values.optional(SHOW_NAME),
                values.optional(SEASON),
                values.optional(EPISODE),
                values.orElse(GENRES, List.of()),
                values.optional(RUNTIME_SECONDS),
                values.optional(CHANNEL));
    }

    @Override
    public FactType type() {
        return FactType.TITLE_DETAILS;
    }

    @Override
    public Moment moment() {
        return new Moment.AtInstant(time);
    }

    /** The kind of a title on the wire, which is never {@code unknown}. */
    private static TitleKind kindOf(String code) {
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
                            + ". Send the most specific ones.");
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
