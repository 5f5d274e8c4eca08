package dev.streakline.application.calendar;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.history.ReadHistory;
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
    public Optional<Answer> of(ViewerId viewer, AsOf moment) {
        return histories
                .of(viewer, moment)
                .map(known -> new Answer(
                        known.now(),
                        known.zone(),
                        known.viewing().today(),
                        known.viewing().days()));
    }

    /**
     * Days and what they are about.
     *
     * @param asOf the instant of the answer
     * @param zone the viewer's zone then
     * @param today his local day then
     * @param days those with a session, ascending
     */
    public record Answer(Instant asOf, ZoneId zone, LocalDate today, List<DayTotal> days) {

        /** Defensive copies. */
        public Answer {
            days = List.copyOf(days);
        }
    }
}
