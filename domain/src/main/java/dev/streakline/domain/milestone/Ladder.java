package dev.streakline.domain.milestone;

import java.util.List;

/**
 * Rungs of one measure, ascending (section 6).
 *
 * @param measure what is measured
 * @param rungs ascending by threshold, none twice
 */
public record Ladder(Measure measure, List<Rung> rungs) {

    /** The rungs of counts and hours: 10, 25 bronze; 50, 100 silver; 250, 500 gold; 1000 platinum. */
    private static final List<Rung> COUNTS = List.of(
            new Rung(10, Tier.BRONZE),
            new Rung(25, Tier.BRONZE),
            new Rung(50, Tier.SILVER),
            new Rung(100, Tier.SILVER),
            new Rung(250, Tier.GOLD),
            new Rung(500, Tier.GOLD),
            new Rung(1000, Tier.PLATINUM));

    /** The default ladders, one a measure. */
    public static final List<Ladder> DEFAULTS = List.of(
            new Ladder(Measure.MOVIES, COUNTS),
            new Ladder(Measure.SHOWS, COUNTS),
            new Ladder(Measure.EPISODES, COUNTS),
            new Ladder(Measure.HOURS, COUNTS),
            new Ladder(
                    Measure.STREAK,
                    List.of(
                            new Rung(7, Tier.BRONZE),
                            new Rung(30, Tier.SILVER),
                            new Rung(90, Tier.GOLD),
                            new Rung(365, Tier.PLATINUM))));

    /**
     * @throws IllegalArgumentException when the rungs do not ascend
     */
    public Ladder {
        rungs = List.copyOf(rungs);
        for (int i = 1; i < rungs.size(); i++) {
            if (rungs.get(i - 1).threshold() >= rungs.get(i).threshold()) {
                throw new IllegalArgumentException("rungs of " + measure.code() + " must ascend, but "
                        + rungs.get(i - 1).threshold() + " is before "
                        + rungs.get(i).threshold());
            }
        }
    }
}
