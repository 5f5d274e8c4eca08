package dev.streakline.cli.demo;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.InteractionFact;
import dev.streakline.application.fact.Moment;
import dev.streakline.application.fact.Range;
import dev.streakline.application.fact.RatingFact;
import dev.streakline.application.fact.TitleFact;
import dev.streakline.application.fact.WatchFact;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.lifetime.InteractionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The events of one local day, each viewer's own, as far as it is over at an instant. For one thread. */
final class DemoDay {

    private static final int EVENING = 18 * 60;
    private static final int LATE = 20 * 60 + 45;
    private static final int NOON = 12 * 60;
    private static final int AFTERNOON = 14 * 60;
    private static final List<String> PLATFORMS = List.of("tv", "phone", "laptop", "tablet");

    private final DemoCatalogue catalogue;
    private final LocalDate day;
    private final Instant end;
    private final List<Fact> facts = new ArrayList<>();

    private DemoDay(DemoCatalogue catalogue, LocalDate day, Instant end) {
        this.catalogue = catalogue;
        this.day = day;
        this.end = end;
    }

    /** The facts of a day that are known at {@code end}; its news come first, from its beginning at UTC on. */
    static List<Fact> facts(DemoCatalogue catalogue, List<DemoViewer> viewers, LocalDate day, Instant end) {
        DemoDay demo = new DemoDay(catalogue, day, end);
        TitleFact news = DemoCatalogue.news(day);
        demo.add(news, news.time());
        viewers.forEach(demo::add);
        return demo.facts;
    }

    private void add(Fact fact, Instant knownAt) {
        if (!knownAt.isAfter(end)) {
            facts.add(fact);
        }
    }

    private void add(DemoViewer viewer) {
        viewer.moves(day).forEach(move -> add(move, move.time()));
        viewer.declares(day).forEach(pause -> add(pause, pause.time()));
        SeededRandom random = SeededRandom.of(viewer.number(), day.toEpochDay());
        if (viewer.watches(day, random)) {
            add(viewer, random, 1, (viewer.isUpLate() ? LATE : EVENING) + random.below(210));
            if (random.happens(25)) {
                add(viewer, random, 2, NOON + random.below(30));
            }
            if (Habit.isWeekend(day) && random.happens(30)) {
                add(viewer, random, 3, AFTERNOON + 60 + random.below(60));
            }
        }
    }

    /** A session that begins at a local time, and the viewer's interactions in it. */
    private void add(DemoViewer viewer, SeededRandom random, int ordinal, int minute) {
        TitleFact title = title(viewer, random, ordinal);
        String key = day + ":" + ordinal;
        Instant start = viewer.homeOn(day).at(day, minute).plusSeconds(random.below(60));
        String platform = PLATFORMS.get(ordinal == 2 ? 1 : random.favourite(PLATFORMS.size()));
        Integer runtime = title.runtimeSeconds();
        boolean toTheEnd = runtime != null && random.happens(78);
        int seconds = runtime == null
                ? random.between(1_200, 9_000)
                : toTheEnd ? runtime : runtime * random.between(8, 85) / 100;
        // Televisions report that it was the end, all other devices the part that was watched.
        boolean flags = runtime == null || platform.equals("tv");
        Instant over = start.plusSeconds(seconds);
        add(
                new WatchFact(
                        viewer.fact("watch:" + key),
                        new Moment.AtInstant(start),
                        title.id().subject(),
                        null,
                        null,
                        seconds,
                        flags ? null : new Range(0, seconds),
                        (flags && runtime != null) ? toTheEnd : null,
                        platform),
                over);
        if (title.kind() == TitleKind.MOVIE && toTheEnd && random.happens(30)) {
            add(
                    new RatingFact(
                            viewer.fact("rating:" + key), over, title.id().subject(), random.between(35, 100)),
                    over);
        }
        if (random.happens(title.kind() == TitleKind.STREAM ? 70 : title.kind() == TitleKind.VIDEO ? 15 : 0)) {
            Instant time = start.plusSeconds(random.below(seconds));
            add(interaction(viewer, random, key, time, Objects.requireNonNull(title.channel())), over);
        }
    }

    /**
     * In the evening mostly the next episode of the show that the viewer follows for these weeks; at noon something
     * short.
     */
    private TitleFact title(DemoViewer viewer, SeededRandom random, int ordinal) {
        int draw = ordinal == 2 ? random.between(55, 99) : random.below(95);
        if (draw < 45) {
            long weeks = Math.floorDiv(day.toEpochDay(), DemoCatalogue.EPISODES);
            List<List<TitleFact>> shows = catalogue.shows();
            int followed = SeededRandom.of(viewer.number(), -weeks).favourite(shows.size());
            return shows.get((followed + viewer.number()) % shows.size())
                    .get(Math.floorMod(day.toEpochDay(), DemoCatalogue.EPISODES));
        }
        if (draw < 55) {
            return favourite(catalogue.movies(), viewer, random);
        }
        if (draw < 80) {
            List<TitleFact> videos = favourite(catalogue.videos(), viewer, random);
            return videos.get(random.below(videos.size()));
        }
        return draw < 92 ? favourite(catalogue.streams(), viewer, random) : DemoCatalogue.news(day);
    }

    /** Each viewer has another favourite. */
    private static <T> T favourite(List<T> things, DemoViewer viewer, SeededRandom random) {
        return things.get((random.favourite(things.size()) + 7 * viewer.number()) % things.size());
    }

    private static InteractionFact interaction(
            DemoViewer viewer, SeededRandom random, String key, Instant time, String channel) {
        InteractionKind kind = kind(random.below(100));
        long bits = kind == InteractionKind.CHEER ? 100L * random.between(1, 20) : 0;
        return new InteractionFact(viewer.fact("interaction:" + key), time, channel, kind, bits);
    }

    private static InteractionKind kind(int mood) {
        if (mood < 70) {
            return InteractionKind.CHAT;
        }
        if (mood < 85) {
            return InteractionKind.CHEER;
        }
        if (mood < 93) {
            return InteractionKind.SUBSCRIPTION;
        }
        return mood < 98 ? InteractionKind.GIFT : InteractionKind.RAID;
    }
}
