package dev.streakline.benchmarks;

import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.catalogue.TitleDetails;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.history.FactColumns;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Three years of evenings of viewers with a heavy tail of activity. Their sessions are in the order of time, of titles
 * with kinds, shows, genres and runtimes, on some eight of two thousand channels each. Equal parameters give equal
 * sessions.
 *
 * @param facts the sessions, viewer after viewer
 * @param starts where each viewer's rows begin, and at the end how many rows there are
 */
record Workload(FactColumns facts, int[] starts, Titles titles) {

    private static final int TITLES = 20_000;
    private static final int CHANNELS = 2_000;
    private static final int FAVOURITES = 8;
    private static final int DAYS = 1_095;
    private static final long FIRST_DAY = LocalDate.of(2023, 1, 1).toEpochDay();

    /** Receives every session while it is made. */
    @FunctionalInterface
    interface SessionSink {
        void session(int viewer, long at, int seconds);
    }

    static Workload of(int sessions, int viewers, SessionSink listener) {
        SplittableRandom random = new SplittableRandom(42);
        SplittableRandom tastes = new SplittableRandom(43);
        int[] favourites = new int[FAVOURITES];
        FactColumns facts = new FactColumns(sessions);
        int[] starts = new int[viewers + 1];
        double weights = 0;
        for (int viewer = 0; viewer < viewers; viewer++) {
            weights += weight(viewer);
        }
        double owed = 0;
        for (int viewer = 0; viewer < viewers; viewer++) {
            starts[viewer] = facts.size();
            owed += sessions * weight(viewer) / weights;
            for (int i = 0; i < FAVOURITES; i++) {
                favourites[i] = (int) (CHANNELS * Math.pow(tastes.nextDouble(), 3));
            }
            int plays = (int) Math.min(Math.round(owed) - facts.size(), (long) sessions - facts.size());
            for (int i = 0; i < plays; i++) {
                long evening = (long) DAYS * i;
                long minutes = evening / plays * 1_440 + 1_080 + evening % plays * 240 / plays;
                long at = FIRST_DAY * EpochMicros.PER_DAY + minutes * 60 * EpochMicros.PER_SECOND + i;
                int seconds = 300 + random.nextInt(6_000);
                facts.watch(at, random.nextInt(TITLES), seconds, Completed.UNSPECIFIED);
                facts.onChannel(favourites[tastes.nextInt(FAVOURITES)]);
                listener.session(viewer, at, seconds);
            }
        }
        starts[viewers] = facts.size();
        return new Workload(facts, starts, titles(random));
    }

    private static double weight(int viewer) {
        return 1 / Math.sqrt(1.0 + viewer);
    }

    private static Titles titles(SplittableRandom random) {
        Titles.Builder titles = new Titles.Builder();
        List<String> genres = List.of("action", "comedy", "crime", "drama", "horror");
        for (int title = 0; title < TITLES; title++) {
            int genre = random.nextInt(genres.size() - 1);
            titles.describe(
                    title,
                    title % 5 == 0
                            ? new TitleDetails(TitleKind.MOVIE, null, genres.subList(genre, genre + 2), 6_000)
                            : new TitleDetails(
                                    TitleKind.EPISODE, "show " + title / 20, genres.subList(genre, genre + 1), 2_400));
        }
        return titles.build();
    }
}
