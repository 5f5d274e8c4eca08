package dev.streakline.domain.policy;

import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.viewing.CompletionPolicy;
import java.util.List;

/**
 * The rules of a deployment that are data.
 *
 * @param dayStart when local days begin
 * @param streaks what qualifies a day, and freezes
 * @param completion when a title is completed
 * @param ladders at most one a measure
 */
public record Policies(DayStart dayStart, StreakPolicy streaks, CompletionPolicy completion, List<Ladder> ladders) {

    /** The defaults of the specification. */
    public static final Policies DEFAULT =
            new Policies(DayStart.MIDNIGHT, StreakPolicy.DEFAULT, CompletionPolicy.DEFAULT, Ladder.DEFAULTS);

    /**
     * @throws IllegalArgumentException when two ladders measure the same
     */
    public Policies {
        ladders = List.copyOf(ladders);
        List<Measure> measures = ladders.stream().map(Ladder::measure).toList();
        if (measures.stream().distinct().count() < measures.size()) {
            throw new IllegalArgumentException("ladders must measure different things, but measure " + measures);
        }
    }
}
