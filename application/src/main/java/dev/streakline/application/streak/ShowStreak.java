package dev.streakline.application.streak;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.streak.Streak;
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
    public Optional<StreakView> show(ViewerId viewer, AsOf moment) {
        return histories
                .statistics(viewer, moment)
                .map(known -> new StreakView(
                        known.now(),
                        known.zone(),
                        known.today(),
                        known.statistics().streaks().at(known.now()),
                        known.statistics().kindsInStreak(known.now())));
    }

    /**
     * A streak and what it is about.
     *
     * @param asOf the instant of the answer
     * @param zone the viewer's zone then
     * @param today his local day then
     * @param kinds the kinds of titles watched on the qualified days of the current streak
     */
    public record StreakView(Instant asOf, ZoneId zone, LocalDate today, Streak streak, Set<TitleKind> kinds) {

        /** Defensive copies. */
        public StreakView {
            kinds = Set.copyOf(kinds);
        }
    }
}
