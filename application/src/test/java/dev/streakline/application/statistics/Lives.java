package dev.streakline.application.statistics;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.intake.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random lives of viewers, from 2010 to 2023 and around {@link Events#NOW}, in zones with odd clocks. */
public final class Lives {

    private static final List<String> ZONES =
            List.of("UTC", "Pacific/Apia", "Africa/Cairo", "America/St_Johns", "Asia/Kathmandu");

    private Lives() {}

    /** Up to 200 facts about a viewer, and two about titles. */
    public static List<ParseResult.Parsed> of(String viewer, Random random) {
        List<ParseResult.Parsed> life = new ArrayList<>();
        life.add(Events.read(Events.event(
                "title",
                "film-1",
                "t1",
                "2024-01-01T00:00:00Z",
                Map.of("kind", "movie", "name", "F", "runtimeSeconds", 600, "channel", "c1"))));
        life.add(Events.read(Events.event(
                "title", "part-1", "t2", "2024-01-01T00:00:00Z", Map.of("kind", "episode", "name", "P", "show", "s"))));
        for (int i = 0; i < random.nextInt(200); i++) {
            String time = "20%02d-%02d-%02dT%02d:00:00Z"
                    .formatted(
                            random.nextInt(10, 24), random.nextInt(1, 13), random.nextInt(1, 29), random.nextInt(24));
            life.add(fact(viewer, i, time, random));
        }
        return life;
    }

    /** Some facts of the two weeks before now. */
    public static List<ParseResult.Parsed> lately(String viewer, Random random) {
        List<ParseResult.Parsed> life = new ArrayList<>();
        for (int i = 1_000; i < 1_000 + random.nextInt(30); i++) {
            life.add(fact(
                    viewer,
                    i,
                    "2024-06-%02dT%02d:00:00Z".formatted(random.nextInt(1, 15), random.nextInt(24)),
                    random));
        }
        return life;
    }

    private static ParseResult.Parsed fact(String viewer, int i, String time, Random random) {
        String day = time.substring(0, 10);
        return switch (random.nextInt(18)) {
            case 0 ->
                Events.read(Events.event(
                        "viewer", viewer, "v" + i, time, Map.of("zone", ZONES.get(random.nextInt(ZONES.size())))));
            case 1 -> Events.read(Events.event("pause", viewer, "p" + i, time, Map.of("from", day, "to", day)));
            case 2 -> Events.read(Events.event("watch", viewer, "d" + i, null, Map.of("date", day)));
            case 3, 4 ->
                Events.read(Events.event(
                        "interaction",
                        viewer,
                        "i" + i,
                        time,
                        Map.of("channel", channel(random), "kind", "cheer", "bits", random.nextInt(500))));
            case 5, 6 ->
                Events.read(Events.event(
                        "watch",
                        viewer,
                        "c" + i,
                        time,
                        Map.of("channel", channel(random), "session", "s" + random.nextInt(9), "seconds", 300)));
            default -> Events.watch(viewer, "w" + i, time, random.nextBoolean() ? "film-1" : "part-1");
        };
    }

    private static String channel(Random random) {
        return "c" + random.nextInt(4);
    }
}
