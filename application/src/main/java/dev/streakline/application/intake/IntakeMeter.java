package dev.streakline.application.intake;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.RejectionCode;
import dev.streakline.application.fact.ViewerFact;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.WatchFact;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.intake.IntakeTallies.Arrivals;
import dev.streakline.application.intake.IntakeTallies.Holdings;
import dev.streakline.application.intake.IntakeTallies.ViewerTally;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts, in the process, the facts that arrive for each viewer, and writes the counts every few seconds. Facts about
 * to be stored are reserved, so that two concurrent requests do not both use the last of a limit. An entry is dropped
 * after it is written, so that only viewers with recent facts take memory.
 */
final class IntakeMeter {

    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(5);

    private final IntakeTallies tallies;
    private final InstantSource clock;
    private final Map<ViewerId, Entry> entries = new HashMap<>();
    private LocalDate day = LocalDate.MIN;
    private Instant writtenAt = Instant.MIN;

    IntakeMeter(IntakeTallies tallies, InstantSource clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    /** One viewer on the running day; guarded by the meter. */
    private static final class Entry {

        private ViewerTally kept;
        private Arrivals unwritten = Arrivals.NOTHING;
        private Arrivals reserved = Arrivals.NOTHING;

        private Entry(ViewerTally kept) {
            this.kept = kept;
        }

        private Arrivals all() {
            return kept.arrivals().plus(unwritten).plus(reserved);
        }

        private boolean isIdle() {
            return unwritten.equals(Arrivals.NOTHING) && reserved.equals(Arrivals.NOTHING);
        }

        private void written(Arrivals arrived) {
            kept = new ViewerTally(kept.arrivals().plus(arrived), kept.holdings());
            unwritten = unwritten.minus(arrived);
        }
    }

    /** What a fact adds. */
    static Arrivals of(Fact fact) {
        boolean isWithZone = fact.as(ViewerFact.class)
                .filter(viewer -> viewer.zone() != null)
                .isPresent();
        return new Arrivals(1, isWithZone ? 1 : 0);
    }

    /** Loads the counts of viewers that have none in memory from the store. Null elements are ignored. */
    void load(Collection<? extends @Nullable ViewerId> viewers) {
        Set<ViewerId> unknown = new HashSet<>();
        LocalDate today;
        synchronized (this) {
            today = today();
            for (ViewerId viewer : viewers) {
                if (viewer != null && !entries.containsKey(viewer)) {
                    unknown.add(viewer);
                }
            }
        }
        if (!unknown.isEmpty()) {
            Map<ViewerId, ViewerTally> found = tallies.find(unknown, today);
            synchronized (this) {
                unknown.forEach(viewer ->
                        entries.putIfAbsent(viewer, new Entry(found.getOrDefault(viewer, ViewerTally.NOTHING))));
            }
        }
    }

    private LocalDate today() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            entries.clear();
        }
        return today;
    }

    /**
     * Reserves one more fact for a loaded viewer. When a limit is reached, reserves nothing and returns the rejection.
     */
    synchronized @Nullable Rejection reserve(ViewerId viewer, Fact fact, IntakeLimits limits) {
        Entry entry = entry(viewer);
        Arrivals more = of(fact);
        Rejection rejection = rejection(fact, entry, more, limits);
        if (rejection == null) {
            entry.reserved = entry.reserved.plus(more);
        }
        return rejection;
    }

    /** Midnight may have passed since the viewer was loaded. */
    private Entry entry(ViewerId viewer) {
        return entries.computeIfAbsent(viewer, unknown -> new Entry(ViewerTally.NOTHING));
    }

    private @Nullable Rejection rejection(Fact fact, Entry entry, Arrivals more, IntakeLimits limits) {
        Arrivals all = entry.all();
        Holdings holdings = entry.kept.holdings();
        if (all.events() >= limits.eventsPerDay()) {
            return today("", "eventsPerDay", limits.eventsPerDay(), "facts of this viewer were accepted");
        }
        if (more.zoneChanges() > 0 && all.zoneChanges() >= limits.zoneChangesPerDay()) {
            return today(
                    "/data/zone",
                    "zoneChangesPerDay",
                    limits.zoneChangesPerDay(),
                    "zones of this viewer were accepted");
        }
        Optional<WatchFact> play = fact.as(WatchFact.class);
        if (play.filter(each -> each.title() != null).isPresent() && holdings.titles() >= limits.titles()) {
            return held("/data/title", "titles", limits.titles(), holdings.titles());
        }
        boolean isOnChannel = fact.type() == FactType.INTERACTION
                || play.filter(each -> each.channel() != null).isPresent();
        if (isOnChannel && holdings.channels() >= limits.channels()) {
            return held("/data/channel", "channels", limits.channels(), holdings.channels());
        }
        if (fact.type() == FactType.PAUSE && holdings.pauses() >= limits.pauses()) {
            return held("", "pauses", limits.pauses(), holdings.pauses());
        }
        return null;
    }

    private Rejection today(String pointer, String limit, int most, String what) {
        return new Rejection(
                RejectionCode.LIMIT_EXCEEDED,
                pointer,
                "exceeds " + limit + ": " + most + " " + what
                        + " today, which is the limit for a day. Send it again from " + day.plusDays(1)
                        + "T00:00Z on, or ask an administrator for a higher limit.");
    }

    private static Rejection held(String pointer, String limit, int most, int held) {
        return new Rejection(
                RejectionCode.LIMIT_EXCEEDED,
                pointer,
                "exceeds " + limit + ": the viewer has " + held + " " + limit + ", and the limit is " + most
                        + ". Withdraw some, or ask an administrator for a higher limit.");
    }

    /** Releases the reservation of a fact and adds what was counted for it. */
    synchronized void settle(ViewerId viewer, Fact fact, Arrivals counted) {
        Entry entry = entry(viewer);
        entry.unwritten = entry.unwritten.plus(counted);
        Arrivals reserved = entry.reserved.minus(of(fact));
        // After midnight, what was reserved the day before is gone.
        entry.reserved = reserved.events() < 0 || reserved.zoneChanges() < 0 ? Arrivals.NOTHING : reserved;
    }

    /** Writes when it is time; a store that fails now is tried again with the next facts. */
    void writeNowAndThen() {
        Instant now = clock.instant();
        synchronized (this) {
            if (writtenAt.isAfter(now.minus(BETWEEN_WRITES))) {
                return;
            }
            writtenAt = now;
        }
        try {
            write();
        } catch (StoreUnavailableException failed) {
            // The facts are stored; what was counted stays and is written later.
        }
    }

    /** Writes what has arrived. */
    void write() {
        Map<ViewerId, Arrivals> arrived = new HashMap<>();
        LocalDate today;
        synchronized (this) {
            today = today();
            entries.forEach((viewer, entry) -> {
                if (!entry.unwritten.equals(Arrivals.NOTHING)) {
                    arrived.put(viewer, entry.unwritten);
                }
            });
        }
        if (!arrived.isEmpty()) {
            tallies.add(today, arrived);
        }
        synchronized (this) {
            if (today.equals(day)) {
                arrived.forEach((viewer, written) -> entries.computeIfPresent(viewer, (same, entry) -> {
                    entry.written(written);
                    return entry;
                }));
                entries.values().removeIf(Entry::isIdle);
            }
        }
    }
}
