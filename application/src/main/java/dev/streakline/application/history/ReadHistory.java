package dev.streakline.application.history;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.history.Fold;
import dev.streakline.domain.history.Policies;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.history.ViewerStatistics;
import dev.streakline.domain.history.ViewingHistory;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one viewer's history as it stands at a moment, ready to be asked. */
public final class ReadHistory {

    private final Histories histories;
    private final InstantSource clock;
    private final @Nullable ZoneTimeline everywhere;

    /** Reads these histories. */
    public ReadHistory(Histories histories, InstantSource clock) {
        this(histories, clock, null);
    }

    private ReadHistory(Histories histories, InstantSource clock, @Nullable ZoneTimeline everywhere) {
        this.histories = histories;
        this.clock = clock;
        this.everywhere = everywhere;
    }

    /** The same, as if every viewer had lived in one zone all the time. */
    public ReadHistory inZone(ZoneId zone) {
        return new ReadHistory(histories, clock, ZoneTimeline.always(zone));
    }

    /** The viewers of whom anything is known, in code-point order of their ids. */
    public List<ViewerId> viewers() {
        return histories.viewers();
    }

    /** A viewer's history at a moment; empty when nothing is known of him at all. */
    public Optional<AtMoment> of(ViewerId viewer, AsOf moment) {
        return histories.history(viewer).map(known -> at(moment, known));
    }

    private AtMoment at(AsOf moment, Histories.Known known) {
        ViewerHistory history = everywhere == null
                ? known.history()
                : new ViewerHistory(
                        known.history().facts(),
                        known.history().from(),
                        known.history().to(),
                        everywhere,
                        known.history().pauses());
        Policies policies = known.policies();
        return moment instanceof AsOf.At past
                ? new AtMoment(
                        history.asOf(past.instant(), policies.dayStart()), known.catalogue(), policies, past.instant())
                : new AtMoment(
                        history, known.catalogue(), policies, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * A history at a moment.
     *
     * @param now the instant of the moment
     */
    public record AtMoment(ViewerHistory history, Catalogue catalogue, Policies policies, Instant now) {

        /** The zone in force. */
        public ZoneId zone() {
            return history.zones().zoneAt(now);
        }

        /** The statistics of it. */
        public ViewerStatistics statistics() {
            return new Fold(catalogue.titles(), policies).of(history);
        }

        /** What was watched when. */
        public ViewingHistory viewing() {
            return new ViewingHistory(history, catalogue.titles(), catalogue.platforms(), policies, now);
        }
    }
}
