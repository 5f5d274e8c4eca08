package dev.streakline.application.viewer;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.PauseFact;
import dev.streakline.application.fact.RankingChoiceFact;
import dev.streakline.application.fact.ViewerFact;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.Listing;
import dev.streakline.domain.calendar.ZoneTimeline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A viewer's profile, from the active facts. Of several facts the one with the latest time applies as a whole, as
 * {@link Fact#LATEST_LAST} orders them. A fact that gives a zone and no name takes the name away, and so does an empty
 * name; one that gives a name and no zone leaves the zone as it is (detail 67).
 *
 * @param zone in force; UTC while none is known
 * @param name the viewer's name
 * @param email the viewer's address
 * @param listing whether the viewer is ranked
 * @param pauses the viewer's declarations, in an order that puts the one that applies last
 * @param latest the time of the latest of all these facts; absent when there is none
 */
public record Profile(
        ViewerId viewer,
        ZoneId zone,
        @Nullable String name,
        @Nullable String email,
        Listing listing,
        List<PauseFact> pauses,
        @Nullable Instant latest) {

    /** The kinds of facts that make a profile. */
    public static final Set<FactType> TYPES = Set.of(FactType.VIEWER_DETAILS, FactType.RANKING_CHOICE, FactType.PAUSE);

    /** Defensive copies. */
    public Profile {
        pauses = List.copyOf(pauses);
    }

    /**
     * The profile that facts make.
     *
     * @param facts the viewer's active facts, in any order; facts of other kinds are ignored
     * @param now the instant whose zone is in force
     */
    public static Profile of(ViewerId viewer, Collection<? extends Fact> facts, Instant now) {
        List<ZoneTimeline.ZoneChange> zones = new ArrayList<>();
        List<PauseFact> pauses = new ArrayList<>();
        String name = null;
        String email = null;
        Listing listing = Listing.LISTED;
        Instant latest = null;
        for (Fact fact : inOrder(facts)) {
            Optional<ViewerFact> details = fact.as(ViewerFact.class);
            if (details.isPresent()) {
                details.get().zoneChange().ifPresent(zones::add);
                name = present(details.get().name());
                email = present(details.get().email());
            }
            listing = fact.as(RankingChoiceFact.class)
                    .map(choice -> choice.listed() ? Listing.LISTED : Listing.UNLISTED)
                    .orElse(listing);
            fact.as(PauseFact.class).ifPresent(pauses::add);
            latest = fact.moment().instant().orElse(latest);
        }
        ZoneId zone = ZoneTimeline.of(zones).zoneAt(now);
        return new Profile(viewer, zone, name, email, listing, pauses, latest);
    }

    private static List<? extends Fact> inOrder(Collection<? extends Fact> facts) {
        return facts.stream()
                .filter(fact -> TYPES.contains(fact.type()))
                .sorted(Fact.LATEST_LAST)
                .toList();
    }

    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /**
     * The time for a new fact so that it applies: now, or just after the latest fact dated ahead of now. Clocks differ,
     * and two facts may have one microsecond.
     */
    public Instant nextTime(Instant now) {
        return latest == null || latest.isBefore(now) ? now : latest.plusNanos(1_000);
    }
}
