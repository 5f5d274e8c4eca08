package dev.streakline.cli.intake;

import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.Zones;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.terminal.Terminal;
import dev.streakline.domain.calendar.ZoneTimeline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The viewers of a reading without a known zone: their days are counted in UTC by default.
 *
 * @param program whose store has their facts
 * @param viewers their ids
 */
public record ZonesOfViewers(CommandContext program, Collection<String> viewers) {

    private static final int SHOWN = 3;

    /** A notice needs no more: each costs a reading of their history. */
    private static final int MOST_LOOKED_AT = 10;

    private Stream<String> without() {
        return viewers.stream()
                .filter(viewer -> program.ports()
                        .histories()
                        .history(new ViewerId(viewer))
                        .filter(snapshot -> snapshot.history().zones().equals(ZoneTimeline.UTC))
                        .isPresent());
    }

    /** Records the zone in which they live, for all of their history. */
    void name(ZoneId zone) {
        program.streakline()
                .recordFacts()
                .record(without()
                        .map(viewer -> Map.<String, Object>of(
                                "specversion",
                                "1.0",
                                "source",
                                "streakline-cli",
                                "id",
                                "zone:" + Zones.name(zone),
                                "type",
                                FactType.VIEWER_DETAILS.code(),
                                "subject",
                                viewer,
                                "time",
                                Instant.EPOCH.toString(),
                                "data",
                                Map.of("zone", Zones.name(zone))))
                        .toList());
    }

    /** The notice for a person about them; empty without any. */
    public Optional<String> notice() {
        List<String> without = new ZonesOfViewers(
                        program, viewers.stream().limit(MOST_LOOKED_AT).toList())
                .without()
                .toList();
        if (without.isEmpty()) {
            return Optional.empty();
        }
        String names = String.join(
                ", ", without.stream().limit(SHOWN).map(Terminal::plain).toList());
        String more = without.size() > SHOWN ? " and others" : "";
        return Optional.of("streakline: days are counted in UTC, because no zone is known for " + names + more
                + "; to count them in another zone, use --zone, such as --zone Europe/Berlin");
    }
}
