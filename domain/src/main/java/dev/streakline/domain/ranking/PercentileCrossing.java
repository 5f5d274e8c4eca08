package dev.streakline.domain.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * That a viewer has come among the first so many percent (section 14). Only rises are told: who falls back is not.
 *
 * <p>Example: whose top percent was 12 and is 4 now has risen to the first 5; from 9 to 6 is no rise, for both are among the
 * first 10.
 *
 * @param viewer his key
 * @param topPercent the smallest of 1, 5, 10, 25 and 50 that his top percent does not exceed
 */
public record PercentileCrossing(long viewer, int topPercent) {

    private static final int[] STEPS = {1, 5, 10, 25, 50};
    private static final int UNRANKED = 100;

    /**
     * Who has risen from one standings to the next, the first of them first. Who was not in the earlier one comes from
     * nowhere.
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

    /** The rank at a place, from that at the place before it. */
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
