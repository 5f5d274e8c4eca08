package dev.streakline.application.streak;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.history.ReadHistory;
import dev.streakline.domain.history.ViewerStatistics;
import dev.streakline.domain.streak.Streak;
import dev.streakline.domain.viewing.TitleKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Says what a viewer's streak is. */
public final class ShowStreak {

    private final ReadHistory histories;

    /** Answers from these histories. */
    public ShowStreak(ReadHistory histories) {
        this.histories = histories;
    }

    /** The streak of a viewer at a moment; empty when nothing is known of him. */
    public Optional<Answer> of(ViewerId viewer, AsOf moment) {
        return histories.of(viewer, moment).map(known -> {
            ViewerStatistics statistics = known.statistics();
            return new Answer(
                    known.now(),
                    known.zone(),
                    statistics.streaks().todayAt(known.now()),
                    statistics.streaks().at(known.now()),
                    statistics.kindsInStreak(known.now()));
        });
    }

    /**
     * A streak and what it is about.
     *
     * @param asOf the instant of the answer
     * @param zone the viewer's zone then
     * @param today his local day then
     * @param kinds the kinds of titles watched on the qualified days of the current streak
     */
    public record Answer(Instant asOf, ZoneId zone, LocalDate today, Streak streak, Set<TitleKind> kinds) {

        /** Defensive copies. */
        public Answer {
            kinds = Set.copyOf(kinds);
        }
    }
}
