package dev.streakline.application.calendar;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.domain.statistics.ViewingTimes;
import dev.streakline.domain.viewing.DayTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Says on which days a viewer has watched, and how much. */
public final class ShowCalendar {

    private final ReadHistory histories;

    /** Answers from these histories. */
    public ShowCalendar(ReadHistory histories) {
        this.histories = histories;
    }

    /** All days with a session up to a moment; empty when nothing is known of the viewer. */
    public Optional<CalendarView> show(ViewerId viewer, AsOf moment) {
        return show(viewer, moment, LocalDate.MIN, LocalDate.MAX);
    }

    /**
     * The days with a session from one local date to another; empty when nothing is known of the viewer.
     *
     * @param from the first date, inclusive
     * @param to the last date, inclusive
     * @throws IllegalArgumentException when they stand in the wrong order
     */
    public Optional<CalendarView> show(ViewerId viewer, AsOf moment, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from, but " + to + " is before " + from);
        }
        return histories.read(viewer, moment, known -> {
            ViewingTimes viewing = known.viewing();
            List<DayTotal> days = viewing.days().stream()
                    .filter(total -> !total.day().isBefore(from) && !total.day().isAfter(to))
                    .toList();
            return new CalendarView(known.now(), known.zone(), viewing.today(), days);
        });
    }

    /**
     * Days and what they are about.
     *
     * @param asOf the instant of the answer
     * @param zone the viewer's zone then
     * @param today his local day then
     * @param days those with a session, ascending
     */
    public record CalendarView(Instant asOf, ZoneId zone, LocalDate today, List<DayTotal> days) {

        /** Defensive copies. */
        public CalendarView {
            days = List.copyOf(days);
        }
    }
}
