package dev.streakline.cli.demo;

import dev.streakline.application.fact.ChannelFact;
import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.SubjectType;
import dev.streakline.application.fact.TitleFact;
import dev.streakline.domain.catalogue.TitleKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The titles of the demo, except the news of each day, {@link #news}.
 *
 * @param shows their episodes in order, {@link #EPISODES} each
 * @param videos of each channel that has any
 * @param streams one for each channel that has one
 */
record DemoCatalogue(
        List<ChannelFact> channels,
        List<TitleFact> movies,
        List<List<TitleFact>> shows,
        List<List<TitleFact>> videos,
        List<TitleFact> streams) {

    /** How many a show has. */
    static final int EPISODES = 20;

    /** The time of the descriptions here: before everything. */
    static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

    private static final int EPISODES_IN_SEASON = 10;
    private static final int VIDEOS = 20;

    private static final List<String> CHANNELS = List.of(
            "Cinema",
            "Series One",
            "Series Two",
            "The Day",
            "Night Kitchen",
            "Deep Water",
            "Byte by Byte",
            "Little Planets",
            "Loud Garage",
            "History on Foot",
            "Slow Travel",
            "Paper Birds",
            "Speedrun Alley",
            "Chess at Noon",
            "Pixel Tavern",
            "Guitar Attic",
            "Code After Dark",
            "Marathon Club",
            "Synth Garden",
            "Late Laughs");
    private static final int NEWS = 3;
    private static final int FIRST_WITH_VIDEOS = 4;
    private static final int FIRST_WITH_STREAMS = 12;

    private static final List<String> ADJECTIVES =
            List.of("Silent", "Golden", "Broken", "Distant", "Hidden", "Restless", "Winter", "Electric", "Last");
    private static final List<String> NOUNS = List.of(
            "Harbour", "Orchard", "Signal", "Lighthouse", "Promise", "Country", "Machine", "River", "Summer", "Atlas");
    private static final List<String> SHOWS = List.of(
            "Tidewater",
            "The Cartographers",
            "Second Shift",
            "Northern Line",
            "Ember Street",
            "Quiet Zone",
            "House of Glass",
            "Field Notes",
            "Orbital",
            "The Understudy",
            "Salt and Iron",
            "Common Ground");
    private static final List<String> GENRES = List.of(
            "drama",
            "comedy",
            "science-fiction",
            "documentary",
            "crime",
            "adventure",
            "romance",
            "animation",
            "nature");

    /** Defensive copies. */
    DemoCatalogue {
        channels = List.copyOf(channels);
        movies = List.copyOf(movies);
        shows = List.copyOf(shows);
        videos = List.copyOf(videos);
        streams = List.copyOf(streams);
    }

    static DemoCatalogue create() {
        return new DemoCatalogue(
                IntStream.range(0, CHANNELS.size())
                        .mapToObj(DemoCatalogue::channel)
                        .toList(),
                IntStream.range(0, ADJECTIVES.size() * NOUNS.size())
                        .mapToObj(DemoCatalogue::movie)
                        .toList(),
                IntStream.range(0, SHOWS.size()).mapToObj(DemoCatalogue::show).toList(),
                IntStream.range(FIRST_WITH_VIDEOS, CHANNELS.size())
                        .mapToObj(DemoCatalogue::videosOf)
                        .toList(),
                IntStream.range(FIRST_WITH_STREAMS, CHANNELS.size())
                        .mapToObj(DemoCatalogue::stream)
                        .toList());
    }

    /** All of it. */
    Stream<Fact> facts() {
        List<Fact> facts = new ArrayList<>(channels);
        facts.addAll(movies);
        shows.forEach(facts::addAll);
        videos.forEach(facts::addAll);
        facts.addAll(streams);
        return facts.stream();
    }

    /** The news of a day, a title of its own. */
    static TitleFact news(LocalDate day) {
        return new TitleFact(
                newsId(day),
                day.atStartOfDay().toInstant(ZoneOffset.UTC),
                TitleKind.VIDEO,
                "The Day, " + day,
                null,
                null,
                null,
                null,
                List.of("news"),
                900,
                idOf(NEWS));
    }

    static FactId newsId(LocalDate day) {
        return fact(SubjectType.TITLE, "the-day-" + day);
    }

    private static ChannelFact channel(int number) {
        // Two of the later channels belong to one creator; the others are their own.
        String creator = number < FIRST_WITH_STREAMS ? null : "studio-" + number / 2;
        return new ChannelFact(fact(SubjectType.CHANNEL, idOf(number)), EVER, CHANNELS.get(number), creator);
    }

    private static TitleFact movie(int number) {
        SeededRandom random = SeededRandom.of(-1, number);
        String name = "The " + ADJECTIVES.get(number / NOUNS.size()) + " " + NOUNS.get(number % NOUNS.size());
        return title(TitleKind.MOVIE, slug(name), name, genres(random), 60 * random.between(82, 148), idOf(0));
    }

    private static List<TitleFact> show(int number) {
        SeededRandom random = SeededRandom.of(-2, number);
        String name = SHOWS.get(number);
        String channel = idOf(1 + number % 2);
        List<String> genres = genres(random);
        int minutes = random.between(22, 54);
        List<TitleFact> episodes = new ArrayList<>(EPISODES);
        for (int i = 0; i < EPISODES; i++) {
            int season = 1 + i / EPISODES_IN_SEASON;
            int episode = 1 + i % EPISODES_IN_SEASON;
            episodes.add(new TitleFact(
                    fact(SubjectType.TITLE, slug(name) + "-s" + season + "e" + episode),
                    EVER,
                    TitleKind.EPISODE,
                    "Episode " + (i + 1),
                    slug(name),
                    name,
                    season,
                    episode,
                    genres,
                    60 * minutes + random.below(180),
                    channel));
        }
        return List.copyOf(episodes);
    }

    private static List<TitleFact> videosOf(int channel) {
        SeededRandom random = SeededRandom.of(-3, channel);
        return IntStream.range(1, VIDEOS + 1)
                .mapToObj(number -> title(
                        TitleKind.VIDEO,
                        idOf(channel) + "-" + number,
                        CHANNELS.get(channel) + " #" + number,
                        List.of("talk"),
                        random.between(240, 1_900),
                        idOf(channel)))
                .toList();
    }

    private static TitleFact stream(int channel) {
        return title(
                TitleKind.STREAM,
                idOf(channel) + "-live",
                CHANNELS.get(channel) + " live",
                List.of("live"),
                null,
                idOf(channel));
    }

    private static TitleFact title(
            TitleKind kind,
            String id,
            String name,
            List<String> genres,
            @Nullable Integer runtimeSeconds,
            String channel) {
        return new TitleFact(
                fact(SubjectType.TITLE, id), EVER, kind, name, null, null, null, null, genres, runtimeSeconds, channel);
    }

    private static List<String> genres(SeededRandom random) {
        return List.of(GENRES.get(random.favourite(GENRES.size())), GENRES.get(random.below(GENRES.size())));
    }

    private static String idOf(int channel) {
        return slug(CHANNELS.get(channel));
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static FactId fact(SubjectType subjectType, String subject) {
        return new FactId(subjectType, subject, DemoPlatform.SOURCE, "details");
    }
}
