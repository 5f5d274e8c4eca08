package dev.streakline.cli.intake;

import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.WatchFact;
import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.KnownLists;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.domain.calendar.ZoneTimeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The plays in stores from Netflix's two files of a viewer. The short list has dates, the full file instants: a play
 * with a date came from the first.
 */
final class NetflixLists implements KnownLists {

    private static final String SOURCE = "netflix";

    private final List<CommandContext> stores;

    /** The known plays of any of these stores. */
    NetflixLists(CommandContext... stores) {
        this.stores = Arrays.asList(stores);
    }

    @Override
    public Plays of(String viewer) {
        Map<LocalDate, List<String>> titles = new HashMap<>();
        List<Instant> starts = new ArrayList<>();
        Consumer<WatchFact> addTitle = play -> {
            play.moment()
                    .date()
                    .ifPresent(day -> titles.computeIfAbsent(day, unseen -> new ArrayList<>())
                            .add(Objects.requireNonNullElse(play.title(), "")));
        };
        Consumer<WatchFact> addStart = play -> play.moment().instant().ifPresent(starts::add);
        plays(viewer, addTitle.andThen(addStart), addTitle);
        if (starts.isEmpty()) {
            return new Plays(titles, null, null);
        }
        ZoneTimeline zones = zones(viewer);
        return new Plays(titles, day(zones, Collections.min(starts)), day(zones, Collections.max(starts)));
    }

    /** The same, without what short lists are compared with: each is taken for another one. */
    KnownLists withoutTitles() {
        return viewer -> {
            Plays plays = of(viewer);
            return new Plays(Map.of(), plays.firstCovered(), plays.lastCovered());
        };
    }

    /** The plays of short lists on the days that a full file covers (detail 172). */
    List<FactId> replacedBy(HistoryItem.Covered span) {
        List<FactId> replaced = new ArrayList<>();
        List<WatchFact> listed = new ArrayList<>();
        plays(span.viewer(), play -> play.moment().date().ifPresent(day -> listed.add(play)), withdrawn -> {});
        if (!listed.isEmpty()) {
            ZoneTimeline zones = zones(span.viewer());
            LocalDate first = day(zones, span.first());
            LocalDate last = day(zones, span.last());
            for (WatchFact play : listed) {
                LocalDate day = play.moment().date().orElseThrow();
                if (!day.isBefore(first) && !day.isAfter(last)) {
                    replaced.add(play.id());
                }
            }
        }
        return replaced;
    }

    private void plays(String viewer, Consumer<WatchFact> active, Consumer<WatchFact> withdrawn) {
        for (CommandContext store : stores) {
            store.ports().archive().forEach(new ViewerId(viewer), ofNetflix(active), ofNetflix(withdrawn));
        }
    }

    private static Consumer<ParseResult.Parsed> ofNetflix(Consumer<WatchFact> each) {
        return parsed -> {
            parsed.fact()
                    .as(WatchFact.class)
                    .filter(watch -> watch.id().source().equals(SOURCE))
                    .ifPresent(each);
        };
    }

    private ZoneTimeline zones(String viewer) {
        return stores.stream()
                .flatMap(store -> store.ports().histories().history(new ViewerId(viewer)).stream())
                .map(snapshot -> snapshot.history().zones())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a viewer with plays has a history"));
    }

    private static LocalDate day(ZoneTimeline zones, Instant instant) {
        return instant.atZone(zones.zoneAt(instant)).toLocalDate();
    }
}
