package dev.streakline.application.streak;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.statistics.ReadHistory;
import java.util.Optional;

/** Shows a viewer's streak. */
public final class ShowStreak {

    private final ReadHistory histories;

    /** Reads from these histories. */
    public ShowStreak(ReadHistory histories) {
        this.histories = histories;
    }

    /** The streak of a viewer at a moment; empty for an unknown viewer. */
    public Optional<StreakView> show(ViewerId viewer, AsOf moment) {
        return histories.statistics(viewer, moment).map(StreakView::of);
    }
}
