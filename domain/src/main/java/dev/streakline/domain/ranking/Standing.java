package dev.streakline.domain.ranking;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The rank and percentile of a value among those of a population (section 8).
 *
 * <p>Example: among 10, 20, 20, 40, 50 the value 20 has 1 below, 2 equal, 2 above: rank 3, percentile 25, top 60
 * percent.
 *
 * @param below how many have less
 * @param equal how many have as much, the viewer included; 0 when no viewer in the standings has this value, which is
 *     then compared as one more
 * @param above how many have more
 */
public record Standing(int below, int equal, int above) {

    private static final int BASIS_POINTS = 10_000;

    /**
     * @throws IllegalArgumentException for a negative count
     */
    public Standing {
        if (below < 0 || equal < 0 || above < 0) {
            throw new IllegalArgumentException(
                    "counts must be 0 or more, but are " + below + " below, " + equal + " equal, " + above + " above");
        }
    }

    /** How many are compared, the viewer included. */
    public int population() {
        return below + Math.max(1, equal) + above;
    }

    /** 1 for the most; equal values share a rank, and the ranks after it are left out: 1, 2, 2, 4. */
    public int rank() {
        return 1 + above;
    }

    /**
     * The share of the <em>others</em> that have less, in percent, two decimals, rounded down (detail 39); empty when
     * there are no others.
     */
    public Optional<BigDecimal> percentile() {
        int others = population() - 1;
        return others == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf((long) BASIS_POINTS * below / others, 2));
    }

    /** The rank in percent of the population, rounded up: 1 to 100. */
    public int topPercent() {
        return Math.toIntExact(-Math.floorDiv(-100L * rank(), population()));
    }
}
