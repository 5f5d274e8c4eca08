package dev.streakline.application.calendar;

import dev.streakline.application.calendar.CalendarView.DayView;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.Zones;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.domain.statistics.ViewingTimes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the days on which a viewer watched something, and how much. */
public final class ShowCalendar {

    private final ReadHistory histories;

    /** Reads from these histories. */
    public ShowCalendar(ReadHistory histories) {
        this.histories = histories;
    }

    /** All days with a session up to a moment; empty for an unknown viewer. */
    public Optional<CalendarView> show(ViewerId viewer, AsOf moment) {
        return show(viewer, moment, null, null);
    }

    /**
     * The days with a session in a closed range of local dates; empty for an unknown viewer.
     *
     * @param from the first date; absent for all from the first
     * @param to the last date; absent for all to the last
     * @throws IllegalArgumentException when {@code to} is before {@code from}
     */
    public Optional<CalendarView> show(ViewerId viewer, AsOf moment, @Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate first = from == null ? LocalDate.MIN : from;
        LocalDate last = to == null ? LocalDate.MAX : to;
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("to must not be before from, but " + to + " is before " + from);
        }
        return histories.read(viewer, moment, known -> {
            ViewingTimes viewing = known.viewing();
            List<DayView> days = viewing.days().stream()
                    .filter(total ->
                            !total.day().isBefore(first) && !total.day().isAfter(last))
                    .map(total -> new DayView(total.day(), total.seconds(), total.plays()))
                    .toList();
            return new CalendarView(known.now(), Zones.name(known.zone()), viewing.today(), from, to, days);
        });
    }
}
