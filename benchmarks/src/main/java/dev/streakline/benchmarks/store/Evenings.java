package dev.streakline.benchmarks.store;

import dev.streakline.application.fact.ContentDigest;
import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.Moment;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.SubjectType;
import dev.streakline.application.fact.TitleFact;
import dev.streakline.application.fact.ViewerFact;
import dev.streakline.application.fact.WatchFact;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.catalogue.TitleKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Three years of evenings, day after day, as a store would get them: viewers with a heavy tail of activity, who watch
 * in some months and not in others. Each has eight favourite channels of two thousand, most of them the popular ones.
 * Equal numbers of sessions give equal evenings.
 */
final class Evenings {

    static final int DAYS = 1_095;
    static final int CHANNELS = 2_000;
    static final int TITLES_OF_A_CHANNEL = 10;
    static final int TITLES = CHANNELS * TITLES_OF_A_CHANNEL;
    static final String SOURCE = "bench";
    static final List<String> PLATFORMS = List.of("phone", "tablet", "tv", "web");

    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final int SESSIONS_OF_A_VIEWER = 50;
    private static final int FAVOURITES = 8;
    private static final int DAYS_OF_A_HABIT = 30;
    private static final double MOST = 0.45;
    private static final List<String> GENRES = List.of("action", "comedy", "crime", "drama", "horror");
    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC");

    private final int viewers;
    private final double busiest;

    /**
     * Evenings with about this many sessions.
     *
     * @param sessions at least 1000; a fiftieth of them is the number of viewers
     */
    Evenings(int sessions) {
        this.viewers = sessions / SESSIONS_OF_A_VIEWER;
        this.busiest = busiest((double) sessions / DAYS, viewers);
    }

    /** What the activity of the first viewer would be without a limit, so that an evening has as many sessions as wanted. */
    private static double busiest(double sessions, int viewers) {
        double low = 0;
        double high = viewers;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            double sum = 0;
            for (int viewer = 0; viewer < viewers; viewer++) {
                sum += activity(viewer, middle);
            }
            if (sum < sessions) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The chance that a viewer watches on an evening. */
    private static double activity(int viewer, double busiest) {
        return Math.min(MOST, busiest / Math.sqrt(1.0 + viewer));
    }

    int viewers() {
        return viewers;
    }

    /** Noon after the last evening. */
    static Instant end() {
        return FIRST_DAY.plusDays(DAYS).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    /** Receives sessions. */
    @FunctionalInterface
    interface EveningSink {
        void session(Session session);
    }

    /** One viewer before one title; viewers, titles and channels are numbered from 0 on. */
    record Session(String id, long digest, int viewer, long at, int title, int channel, int seconds, int platform) {

        /** As the store takes it. */
        ParseResult.Parsed read() {
            return Evenings.read(
                    new WatchFact(
                            new FactId(SubjectType.VIEWER, viewerName(viewer), SOURCE, id),
                            new Moment.AtInstant(EpochMicros.toInstant(at)),
                            titleName(title),
                            channelName(channel),
                            null,
                            seconds,
                            null,
                            null,
                            PLATFORMS.get(platform)),
                    digest);
        }
    }

    /** The sessions of one evening; there are more evenings after the three years. */
    void tell(int day, EveningSink listener) {
        SplittableRandom random = new SplittableRandom(day);
        long midnight = FIRST_DAY.plusDays(day).toEpochDay() * EpochMicros.PER_DAY;
        int count = 0;
        for (int viewer = 0; viewer < viewers; viewer++) {
            boolean isHabit = (mix(viewer, day / DAYS_OF_A_HABIT) & 1) == 0;
            if (isHabit && random.nextDouble() < 2 * activity(viewer, busiest)) {
                int channel = favourite(viewer, random.nextDouble());
                listener.session(new Session(
                        "session-" + day + "-" + count++,
                        random.nextLong(),
                        viewer,
                        midnight + (18 * 3_600 + random.nextInt(4 * 3_600)) * EpochMicros.PER_SECOND,
                        channel * TITLES_OF_A_CHANNEL + random.nextInt(TITLES_OF_A_CHANNEL),
                        channel,
                        300 + random.nextInt(6_000),
                        random.nextInt(PLATFORMS.size())));
            }
        }
    }

    /** One of the favourite channels of a viewer; that of chance 0 is the one that they watch most. */
    static int favourite(int viewer, double chance) {
        int rank = (int) (FAVOURITES * chance * chance);
        double place = (mix(viewer, -1 - rank) >>> 11) * 0x1p-53;
        return (int) (CHANNELS * place * place * place);
    }

    private static long mix(long first, long second) {
        return new SplittableRandom(first * 0x9E3779B97F4A7C15L + second).nextLong();
    }

    /** What is known of a title: a fifth are films, the others have twenty episodes a show. */
    static ParseResult.Parsed title(int title) {
        FactId id = new FactId(SubjectType.TITLE, titleName(title), SOURCE, "details");
        Instant time = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        int genre = title % (GENRES.size() - 1);
        boolean isFilm = title % 5 == 0;
        return read(
                new TitleFact(
                        id,
                        time,
                        isFilm ? TitleKind.MOVIE : TitleKind.EPISODE,
                        "Title " + title,
                        isFilm ? null : "show-" + title / 20,
                        isFilm ? null : "Show " + title / 20,
                        isFilm ? null : 1,
                        isFilm ? null : title % 20,
                        GENRES.subList(genre, genre + (isFilm ? 2 : 1)),
                        isFilm ? 6_000 : 2_400,
                        channelName(title / TITLES_OF_A_CHANNEL)),
                title);
    }

    /** The place where a viewer lives. */
    static ParseResult.Parsed home(int viewer) {
        FactId id = new FactId(SubjectType.VIEWER, viewerName(viewer), SOURCE, "home");
        Instant time = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        return read(new ViewerFact(id, time, ZoneId.of(ZONES.get(viewer / 16 % ZONES.size())), null, null), viewer);
    }

    private static ParseResult.Parsed read(Fact fact, long digest) {
        return new ParseResult.Parsed(fact, content(digest));
    }

    /** The digest of a fact's content; any will do. */
    static ContentDigest content(long digest) {
        return new ContentDigest(digest, ~digest);
    }

    static String viewerName(int viewer) {
        return name("viewer", viewer);
    }

    static String titleName(int title) {
        return name("title", title);
    }

    static String channelName(int channel) {
        return name("channel", channel);
    }

    /** Names ascend with their numbers. */
    private static String name(String kind, int number) {
        return String.format(Locale.ROOT, "%s-%06d", kind, number);
    }
}
