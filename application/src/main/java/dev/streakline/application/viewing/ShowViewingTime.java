package dev.streakline.application.viewing;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.domain.statistics.ViewingTimes;
import dev.streakline.domain.viewing.Window;
import dev.streakline.domain.viewing.WindowKind;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows how long a viewer watched in a window. */
public final class ShowViewingTime {

    private static final ViewingTimeMapper MAPPER = new GeneratedViewingTimeMapper();

    private final ReadHistory histories;

    /** Reads from these histories. */
    public ShowViewingTime(ReadHistory histories) {
        this.histories = histories;
    }

    /** The viewing time of the window that runs at a moment; empty for an unknown viewer. */
    public Optional<ViewingTimeView> show(ViewerId viewer, WindowKind kind, AsOf moment) {
        return show(viewer, kind, moment, null);
    }

    /**
     * The viewing time of a window: the whole of a past one, the elapsed part of the running one.
     * {@link ViewingTimeView#hasBegun} is false for a window of the future.
     *
     * @param date a local date inside the wanted window, from the year 1900 to 9999; absent for the running one
     * @return empty for an unknown viewer
     */
    public Optional<ViewingTimeView> show(ViewerId viewer, WindowKind kind, AsOf moment, @Nullable LocalDate date) {
        return histories.read(viewer, moment, known -> {
            ViewingTimes viewing = known.viewing();
            LocalDate inside = date == null ? viewing.today() : date;
            return MAPPER.view(known.now(), known.zone(), viewing.in(Window.of(kind, inside)));
        });
    }
}
