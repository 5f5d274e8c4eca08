package dev.streakline.domain.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A viewer's rise into a higher percentile band (section 14). Falls are not reported.
 *
 * <p>Example: a viewer whose top percent falls from 12 to 4 rises to the first 5; from 9 to 6 is no rise, because both
 * are among the first 10.
 *
 * @param viewer the viewer's key
 * @param topPercent the smallest of 1, 5, 10, 25 and 50 that the viewer's top percent does not exceed
 */
public record PercentileCrossing(long viewer, int topPercent) {

    private static final int[] STEPS = {1, 5, 10, 25, 50};
    private static final int UNRANKED = 100;

    /**
     * The viewers that rise from one standings to the next, in the order of ranks. A viewer missing from the earlier
     * one rises from no band at all.
     */
    public static List<PercentileCrossing> of(Standings before, Standings after) {
        long[] known = new long[before.size()];
        long[] steps = new long[before.size()];
        int rank = 0;
        for (int place = 0; place < known.length; place++) {
            rank = rank(before, place, rank);
            known[place] = before.viewer(place);
            steps[place] = step(rank, known.length);
        }
        RadixSort.sort(known, steps);
        List<PercentileCrossing> crossings = new ArrayList<>();
        rank = 0;
        for (int place = 0; place < after.size(); place++) {
            rank = rank(after, place, rank);
            int step = step(rank, after.size());
            if (step == UNRANKED) {
                break;
            }
            int found = Arrays.binarySearch(known, after.viewer(place));
            if (found < 0 || step < steps[found]) {
                crossings.add(new PercentileCrossing(after.viewer(place), step));
            }
        }
        return crossings;
    }

    /** The rank at a position, from the rank at the position before it. */
    private static int rank(Standings standings, int place, int before) {
        return place > 0 && standings.value(place) == standings.value(place - 1) ? before : place + 1;
    }

    private static int step(int rank, int population) {
        for (int step : STEPS) {
            if (100L * rank <= (long) step * population) {
                return step;
            }
        }
        return UNRANKED;
    }
}
