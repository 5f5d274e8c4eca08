package dev.streakline.domain.milestone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All milestones of one viewer and what comes next.
 *
 * @param reached ladder by ladder, ascending by rung
 * @param next one a ladder that has a rung ahead, in the order of the ladders
 */
public record Milestones(List<Milestone> reached, List<NextRung> next) {

    /** Defensive copies. */
    public Milestones {
        reached = List.copyOf(reached);
        next = List.copyOf(next);
    }

    /**
     * Joins what the facts support with what was recorded.
     *
     * @param recorded the ledger; empty without one
     */
    public static Milestones of(
            List<Ladder> ladders,
            List<Achievement> supported,
            List<RecordedAchievement> recorded,
            LadderProgress progress) {
        List<Milestone> reached = new ArrayList<>();
        for (Achievement achievement : supported) {
            reached.add(new Milestone(
                    achievement.measure(),
                    achievement.rung(),
                    achievement.achievedAt(),
                    achievement.precision(),
                    find(recorded, announced -> announced.isOf(achievement))
                            .map(RecordedAchievement::recordedAt)
                            .orElse(null),
                    Milestone.Support.SUPPORTED));
        }
        for (RecordedAchievement announced : recorded) {
            if (find(supported, announced::isOf).isEmpty()) {
                reached.add(new Milestone(
                        announced.measure(),
                        announced.rung(),
                        announced.achievedAt(),
                        announced.precision(),
                        announced.recordedAt(),
                        Milestone.Support.UNSUPPORTED));
            }
        }
        reached.sort(Comparator.comparing(Milestone::measure)
                .thenComparingInt(milestone -> milestone.rung().threshold()));
        List<NextRung> next = new ArrayList<>();
        for (Ladder ladder : ladders) {
            find(
                            ladder.rungs(),
                            rung -> find(reached, milestone -> isAt(milestone, ladder.measure(), rung))
                                    .isEmpty())
                    .map(rung -> NextRung.of(
                            ladder.measure(),
                            rung,
                            progress.reached(ladder.measure()),
                            LadderProgress.partsPerUnit(ladder.measure())))
                    .ifPresent(next::add);
        }
        return new Milestones(reached, next);
    }

    private static boolean isAt(Milestone milestone, Measure measure, Rung rung) {
        return milestone.measure() == measure && milestone.rung().threshold() == rung.threshold();
    }

    private static <T> Optional<T> find(List<T> list, Predicate<T> wanted) {
        return list.stream().filter(wanted).findFirst();
    }
}
