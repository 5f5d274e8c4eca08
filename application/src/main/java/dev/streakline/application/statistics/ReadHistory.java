package dev.streakline.application.statistics;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.history.Catalogue;
import dev.streakline.application.history.Histories;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.statistics.Fold;
import dev.streakline.domain.statistics.FoldResult;
import dev.streakline.domain.statistics.ViewerStatistics;
import dev.streakline.domain.statistics.ViewingTimes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Loads a viewer's history or statistics as of an instant. */
public final class ReadHistory {

    private final Histories histories;
    private final InstantSource clock;
    private final @Nullable Statistics kept;
    private final @Nullable ZoneTimeline zoneOverride;

    /** Reads these histories. */
    public ReadHistory(Histories histories, InstantSource clock) {
        this(histories, clock, null, null);
    }

    /** Reads these histories, and uses stored statistics for live answers where they are current. */
    public ReadHistory(Histories histories, Statistics kept, InstantSource clock) {
        this(histories, clock, kept, null);
    }

    private ReadHistory(
            Histories histories, InstantSource clock, @Nullable Statistics kept, @Nullable ZoneTimeline zoneOverride) {
        this.histories = histories;
        this.clock = clock;
        this.kept = kept;
        this.zoneOverride = zoneOverride;
    }

    /** The same, as if every viewer had lived in one zone all the time. Stores none of the results. */
    public ReadHistory inZone(ZoneId zone) {
        return new ReadHistory(histories, clock, null, ZoneTimeline.ofFixedZone(zone));
    }

    /** All known viewers, in code-point order of their ids. */
    public List<ViewerId> viewers() {
        return histories.viewers();
    }

    /** A viewer's history as of a moment; empty for an unknown viewer. */
    public Optional<HistorySnapshot> read(ViewerId viewer, AsOf moment) {
        return histories.history(viewer).map(snapshot -> at(moment, snapshot));
    }

    /** Applies a function to a viewer's history at a moment; empty for an unknown viewer. */
    public <R> Optional<R> read(ViewerId viewer, AsOf moment, Function<HistorySnapshot, R> made) {
        return histories.use(viewer, snapshot -> made.apply(at(moment, snapshot)));
    }

    /**
     * A viewer's statistics as of a moment; empty for an unknown viewer. A live answer is never staler than one from
     * the viewer's history, and mostly faster.
     */
    public Optional<Evaluated> statistics(ViewerId viewer, AsOf moment) {
        Optional<Evaluated> holding = kept == null || !moment.isLive()
                ? Optional.empty()
                : kept.find(viewer).map(this::evaluated);
        return holding.isPresent() ? holding : read(viewer, moment, HistorySnapshot::evaluated);
    }

    /** The stored statistics of a viewer that are current now. */
    public Evaluated evaluated(Statistics.StoredStatistics holding) {
        return new Evaluated(holding.statistics(), holding.policies(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private HistorySnapshot at(AsOf moment, Histories.ViewerSnapshot snapshot) {
        ViewerHistory history = zoneOverride == null
                ? snapshot.history()
                : new ViewerHistory(
                        snapshot.history().facts(),
                        snapshot.history().from(),
                        snapshot.history().to(),
                        zoneOverride,
                        snapshot.history().pauses());
        Policies policies = snapshot.policies();
        return moment.match(
                () -> new HistorySnapshot(history, snapshot.catalogue(), policies, now()),
                at -> new HistorySnapshot(history.asOf(at, policies.dayStart()), snapshot.catalogue(), policies, at));
    }

    /**
     * A history at a moment.
     *
     * @param now the instant of the moment
     */
    public record HistorySnapshot(ViewerHistory history, Catalogue catalogue, Policies policies, Instant now) {

        /** The zone in force. */
        public ZoneId zone() {
            return history.zones().zoneAt(now);
        }

        /** What it comes to. */
        public Evaluated evaluated() {
            return new Evaluated(new Fold(catalogue.titles(), policies).of(history), policies, now);
        }

        /**
         * The same, with the viewer's statistics on each of their channels, whose keys {@link Catalogue#channels}
         * names.
         */
        public FoldResult folded() {
            return new Fold(catalogue.titles(), policies).withChannels(history);
        }

        /** What was watched when. */
        public ViewingTimes viewing() {
            return new ViewingTimes(history, catalogue.titles(), catalogue.platforms(), policies, now);
        }
    }

    /**
     * The statistics of a history at a moment.
     *
     * @param policies of the fold
     * @param now the instant of the moment
     */
    public record Evaluated(ViewerStatistics statistics, Policies policies, Instant now) {

        /** The zone in force. */
        public ZoneId zone() {
            return statistics.streaks().zones().zoneAt(now);
        }

        /** The local day. */
        public LocalDate today() {
            return statistics.streaks().todayAt(now);
        }
    }
}
