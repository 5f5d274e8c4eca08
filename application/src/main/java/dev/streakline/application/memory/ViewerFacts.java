package dev.streakline.application.memory;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.InteractionFact;
import dev.streakline.application.fact.PauseFact;
import dev.streakline.application.fact.ViewerFact;
import dev.streakline.application.fact.WatchFact;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.history.FactColumns;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.streak.Pause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Turns the facts of one viewer into the columns that the fold reads. */
final class ViewerFacts {

    private final NameIndex titleKeys;
    private final NameIndex channels;
    private final NameIndex platforms;
    private final NameIndex sessions = new NameIndex();
    private final FactColumns columns;
    private final List<ViewerFact> zones = new ArrayList<>();
    private final List<PauseFact> pauses = new ArrayList<>();

    private ViewerFacts(NameIndex titleKeys, NameIndex channels, NameIndex platforms, int size) {
        this.titleKeys = titleKeys;
        this.channels = channels;
        this.platforms = platforms;
        this.columns = new FactColumns(size);
    }

    /** The history that results from the facts of one viewer, in any order. */
    static ViewerHistory history(Collection<Fact> facts, NameIndex titleKeys, NameIndex channels, NameIndex platforms) {
        ViewerFacts collected = new ViewerFacts(titleKeys, channels, platforms, facts.size());
        facts.forEach(collected::add);
        return collected.history();
    }

    private void add(Fact fact) {
        fact.as(WatchFact.class).ifPresent(this::addWatch);
        fact.as(InteractionFact.class).ifPresent(this::addInteraction);
        fact.as(ViewerFact.class).ifPresent(zones::add);
        fact.as(PauseFact.class).ifPresent(pauses::add);
    }

    private void addInteraction(InteractionFact interaction) {
        columns.interaction(
                EpochMicros.of(interaction.time()),
                channels.keyOf(interaction.channel()),
                interaction.kind(),
                interaction.bits());
    }

    private void addWatch(WatchFact watch) {
        int title = watch.title() == null ? Titles.NONE : titleKeys.keyOf(watch.title());
        int seconds = watch.seconds() == null ? FactColumns.UNKNOWN_SECONDS : watch.seconds();
        Completed completed = completed(watch);
        watch.moment().instant().ifPresent(at -> columns.watch(EpochMicros.of(at), title, seconds, completed));
        watch.moment()
                .date()
                .ifPresent(on -> columns.watchOn(Math.toIntExact(on.toEpochDay()), title, seconds, completed));
        if (watch.range() != null) {
            columns.ofRange(watch.range().from(), watch.range().to());
        }
        if (watch.channel() != null) {
            columns.onChannel(channels.keyOf(watch.channel()));
        }
        if (watch.platform() != null) {
            columns.onPlatform(platforms.keyOf(watch.platform()));
        }
        if (watch.session() != null) {
            columns.inSession(sessions.keyOf(watch.session()));
        }
    }

    private static Completed completed(WatchFact watch) {
        if (watch.completed() == null) {
            return Completed.UNSPECIFIED;
        }
        return watch.completed() ? Completed.YES : Completed.NO;
    }

    private ViewerHistory history() {
        List<ZoneTimeline.ZoneChange> changes = zones.stream()
                .sorted(Fact.LATEST_LAST)
                .flatMap(viewer -> viewer.zoneChange().stream())
                .toList();
        List<Pause> declared = pauses.stream()
                .sorted(Fact.LATEST_LAST)
                .map(pause -> new Pause(pause.time(), pause.from(), pause.to()))
                .toList();
        return new ViewerHistory(columns, 0, columns.size(), ZoneTimeline.of(changes), declared);
    }
}
