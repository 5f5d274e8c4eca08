package dev.streakline.domain.milestone;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The lowest rung of a ladder that is not recorded yet, and how far it is (detail 23).
 *
 * @param measure the ladder
 * @param rung the step ahead
 * @param value the viewer's value, counted from 0, in the ladder's unit rounded down; for streaks that of the current
 *     one
 * @param left how much is missing, in the ladder's unit, rounded up
 * @param progress 0 to 1, four decimals, rounded down
 */
public record NextRung(Measure measure, Rung rung, long value, long left, BigDecimal progress) {

    private static final int DECIMALS = 4;

    /**
     * @param reached the viewer's value in parts of the ladder's unit
     * @param partsPerUnit how many parts make one: 3600 for hours counted in seconds, else 1
     */
    static NextRung of(Measure measure, Rung rung, long reached, long partsPerUnit) {
        long goal = rung.threshold() * partsPerUnit;
        long done = Math.min(reached, goal);
        return new NextRung(
                measure,
                rung,
                Math.floorDiv(reached, partsPerUnit),
                -Math.floorDiv(-(goal - done), partsPerUnit),
                BigDecimal.valueOf(done).divide(BigDecimal.valueOf(goal), DECIMALS, RoundingMode.DOWN));
    }
}
