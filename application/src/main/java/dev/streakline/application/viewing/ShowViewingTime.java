package dev.streakline.application.viewing;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.domain.statistics.ViewingTimes;
import dev.streakline.domain.viewing.ViewingTime;
import dev.streakline.domain.viewing.Window;
import dev.streakline.domain.viewing.WindowKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how long a viewer has watched in a window. */
public final class ShowViewingTime {

    private final ReadHistory histories;

    /** Answers from these histories. */
    public ShowViewingTime(ReadHistory histories) {
        this.histories = histories;
    }

    /** The viewing time of the window that runs at a moment; empty when nothing is known of the viewer. */
    public Optional<ViewingTimeView> show(ViewerId viewer, WindowKind kind, AsOf moment) {
        return show(viewer, kind, moment, null);
    }

    /**
     * The viewing time of a window: of one that is over whole, of the one that runs so far. One that has not begun has none;
     * {@link ViewingTimeView#isAhead} says so.
     *
     * @param date a local date inside the wanted window, from the year 1900 to 9999; absent for the one that runs
     * @return empty when nothing is known of the viewer
     */
    public Optional<ViewingTimeView> show(ViewerId viewer, WindowKind kind, AsOf moment, @Nullable LocalDate date) {
        return histories.read(viewer, moment, known -> {
            ViewingTimes viewing = known.viewing();
            LocalDate inside = date == null ? viewing.today() : date;
            return new ViewingTimeView(known.now(), known.zone(), viewing.in(Window.of(kind, inside)));
        });
    }

    /**
     * A viewing time and what it is about.
     *
     * @param asOf the instant of the answer
     * @param zone the viewer's zone then
     */
    public record ViewingTimeView(Instant asOf, ZoneId zone, ViewingTime viewingTime) {

        /** Whether the window begins after the viewer's local day then: a question that has no answer yet. */
        public boolean isAhead() {
            return viewingTime.window().start().isAfter(viewingTime.asOf());
        }
    }
}
