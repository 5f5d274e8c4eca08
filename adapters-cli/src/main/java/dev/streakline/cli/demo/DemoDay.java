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

/** What happens on one local day, each viewer's own, as far as it is over at an instant. For one thread. */
final class DemoDay {

    private static final int EVENING = 18 * 60;
    private static final int NIGHT = 20 * 60 + 45;
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
        Dice dice = Dice.of(viewer.number(), day.toEpochDay());
        if (viewer.watches(day, dice)) {
            add(viewer, dice, 1, (viewer.isUpLate() ? NIGHT : EVENING) + dice.below(210));
            if (dice.happens(25)) {
                add(viewer, dice, 2, NOON + dice.below(30));
            }
            if (Habit.isWeekend(day) && dice.happens(30)) {
                add(viewer, dice, 3, AFTERNOON + 60 + dice.below(60));
            }
        }
    }

    /** A session that begins at a local time, and what he does with it. */
    private void add(DemoViewer viewer, Dice dice, int ordinal, int minute) {
        TitleFact title = title(viewer, dice, ordinal);
        String key = day + ":" + ordinal;
        Instant start = viewer.homeOn(day).at(day, minute).plusSeconds(dice.below(60));
        String platform = PLATFORMS.get(ordinal == 2 ? 1 : dice.favourite(PLATFORMS.size()));
        Integer runtime = title.runtimeSeconds();
        boolean toTheEnd = runtime != null && dice.happens(78);
        int seconds =
                runtime == null ? dice.between(1_200, 9_000) : toTheEnd ? runtime : runtime * dice.between(8, 85) / 100;
        // Televisions say that it was the end, all others which part it was.
        boolean flags = runtime == null || platform.equals("tv");
        Instant over = start.plusSeconds(seconds);
        add(
                new WatchFact(
                        viewer.fact("watch:" + key),
                        new Moment.At(start),
                        title.id().subject(),
                        null,
                        null,
                        seconds,
                        flags ? null : new Range(0, seconds),
                        (flags && runtime != null) ? toTheEnd : null,
                        platform),
                over);
        if (title.kind() == TitleKind.MOVIE && toTheEnd && dice.happens(30)) {
            add(new RatingFact(viewer.fact("rating:" + key), over, title.id().subject(), dice.between(35, 100)), over);
        }
        if (dice.happens(title.kind() == TitleKind.STREAM ? 70 : title.kind() == TitleKind.VIDEO ? 15 : 0)) {
            Instant time = start.plusSeconds(dice.below(seconds));
            add(interaction(viewer, dice, key, time, Objects.requireNonNull(title.channel())), over);
        }
    }

    /** In the evening mostly the next episode of the show that he follows for these weeks; at noon something short. */
    private TitleFact title(DemoViewer viewer, Dice dice, int ordinal) {
        int wish = ordinal == 2 ? dice.between(55, 99) : dice.below(95);
        if (wish < 45) {
            long weeks = Math.floorDiv(day.toEpochDay(), DemoCatalogue.EPISODES);
            List<List<TitleFact>> shows = catalogue.shows();
            int followed = Dice.of(viewer.number(), -weeks).favourite(shows.size());
            return shows.get((followed + viewer.number()) % shows.size())
                    .get(Math.floorMod(day.toEpochDay(), DemoCatalogue.EPISODES));
        }
        if (wish < 55) {
            return favourite(catalogue.movies(), viewer, dice);
        }
        if (wish < 80) {
            List<TitleFact> videos = favourite(catalogue.videos(), viewer, dice);
            return videos.get(dice.below(videos.size()));
        }
        return wish < 92 ? favourite(catalogue.streams(), viewer, dice) : DemoCatalogue.news(day);
    }

    /** Everybody likes something else most. */
    private static <T> T favourite(List<T> things, DemoViewer viewer, Dice dice) {
        return things.get((dice.favourite(things.size()) + 7 * viewer.number()) % things.size());
    }

    private static InteractionFact interaction(DemoViewer viewer, Dice dice, String key, Instant time, String channel) {
        InteractionKind kind = kind(dice.below(100));
        long bits = kind == InteractionKind.CHEER ? 100L * dice.between(1, 20) : 0;
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
