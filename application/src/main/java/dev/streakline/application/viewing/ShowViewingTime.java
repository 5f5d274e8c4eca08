package dev.streakline.application.viewing;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.history.ReadHistory;
import dev.streakline.domain.viewing.ViewingTime;
import dev.streakline.domain.viewing.WindowKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Says how long a viewer has watched in a window. */
public final class ShowViewingTime {

    private final ReadHistory histories;

    /** Answers from these histories. */
    public ShowViewingTime(ReadHistory histories) {
        this.histories = histories;
    }

    /** The viewing time of the window that runs at a moment; empty when nothing is known of the viewer. */
    public Optional<Answer> of(ViewerId viewer, WindowKind kind, AsOf moment) {
        return histories
                .of(viewer, moment)
                .map(known ->
                        new Answer(known.now(), known.zone(), known.viewing().running(kind)));
    }

    /**
     * A viewing time and what it is about.
     *
     * @param asOf the instant of the answer
     * @param zone the viewer's zone then
     */
    public record Answer(Instant asOf, ZoneId zone, ViewingTime viewingTime) {}
}
