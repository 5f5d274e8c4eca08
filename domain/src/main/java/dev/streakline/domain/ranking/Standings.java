package dev.streakline.domain.ranking;

import dev.streakline.domain.catalogue.KeyTally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The values of a population, most first, of equal ones the lower viewer's key first (section 8). There is one for each
 * channel and metric, replaced as a whole; a viewer's rank is computed from it and stored nowhere else.
 *
 * <p>Example: of the viewers 1 to 5 with 10, 20, 0, 40 and 20, viewer 4 is first, then 2, then 5, then 1; viewer 3 is
 * not in it. When viewer 1 comes to 30, {@code with} puts them before 2, exactly as {@code of} would order all values
 * from scratch.
 */
public final class Standings {

    /** Standings without a viewer. */
    public static final Standings EMPTY = new Standings(new long[0], new long[0]);

    private final long[] viewers;
    private final long[] values;

    private Standings(long[] viewers, long[] values) {
        this.viewers = viewers;
        this.values = values;
    }

    /**
     * The standings of these viewers, in any order; fastest when their keys ascend.
     *
     * @param viewers keys, none twice
     * @param values the value of each, 0 or more; a viewer with 0 is not in the standings. Leave out viewers who have
     *     opted out
     * @throws IllegalArgumentException for a negative value, a viewer who comes twice, or arrays of different lengths
     */
    public static Standings of(long[] viewers, long[] values) {
        requireSameLength(viewers, values);
        long[] ascending = viewers.clone();
        long[] theirs = values.clone();
        if (!isStrictlyAscending(ascending)) {
            RadixSort.sort(ascending, theirs);
        }
        int size = 0;
        for (int i = 0; i < ascending.length; i++) {
            if (i > 0 && ascending[i - 1] == ascending[i]) {
                throw new IllegalArgumentException("viewers must differ, but " + ascending[i] + " comes twice");
            }
            if (theirs[i] < 0) {
                throw new IllegalArgumentException(
                        "values must be 0 or more, but viewer " + ascending[i] + " has " + theirs[i]);
            }
            size += theirs[i] > 0 ? 1 : 0;
        }
        long[] ranked = new long[size];
        long[] complements = new long[size];
        for (int i = 0, next = 0; i < ascending.length; i++) {
            if (theirs[i] > 0) {
                ranked[next] = ascending[i];
                complements[next] = ~theirs[i];
                next++;
            }
        }
        RadixSort.sort(complements, ranked);
        for (int i = 0; i < size; i++) {
            complements[i] = ~complements[i];
        }
        return new Standings(ranked, complements);
    }

    /**
     * Standings restored from stored arrays, position by position.
     *
     * @throws IllegalArgumentException when they are not in the order of standings
     */
    public static Standings fromSorted(long[] viewers, long[] values) {
        requireSameLength(viewers, values);
        Standings standings = new Standings(viewers.clone(), values.clone());
        for (int place = 0; place < standings.size(); place++) {
            boolean follows = place == 0 || standings.isBefore(place - 1, values[place], viewers[place]);
            if (!follows || values[place] < 1) {
                throw new IllegalArgumentException("standings must go from most to least above 0, but at place " + place
                        + " is viewer " + viewers[place] + " with " + values[place]);
            }
        }
        return standings;
    }

    /**
     * The standings of several populations together.
     *
     * @throws IllegalArgumentException for a viewer who is in two of them
     */
    public static Standings concat(List<Standings> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int size = parts.stream().mapToInt(Standings::size).sum();
        long[] viewers = new long[size];
        long[] values = new long[size];
        int from = 0;
        for (Standings part : parts) {
            System.arraycopy(part.viewers, 0, viewers, from, part.size());
            System.arraycopy(part.values, 0, values, from, part.size());
            from += part.size();
        }
        return of(viewers, values);
    }

    private static void requireSameLength(long[] viewers, long[] values) {
        if (viewers.length != values.length) {
            throw new IllegalArgumentException("each viewer must have a value, but there are " + viewers.length
                    + " viewers and " + values.length + " values");
        }
    }

    private static boolean isStrictlyAscending(long[] keys) {
        for (int i = 1; i < keys.length; i++) {
            if (keys[i - 1] >= keys[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The standings after some viewers have changed, merged in one pass; the same as {@link #of(long[], long[])} of
     * all.
     *
     * @param changed the viewers whose value is new, or who come or go, in any order
     * @param newValues the value of each now; 0 for one who leaves or has opted out
     * @throws IllegalArgumentException as {@link #of(long[], long[])}
     */
    public Standings withUpdates(long[] changed, long[] newValues) {
        Standings moved = of(changed, newValues);
        KeyTally leave = new KeyTally(changed.length);
        for (long viewer : changed) {
            leave.indexOf(viewer);
        }
        long[] mergedViewers = new long[size() + moved.size()];
        long[] mergedValues = new long[mergedViewers.length];
        int size = 0;
        int next = 0;
        for (int place = 0; place < viewers.length; place++) {
            if (leave.find(viewers[place]) != KeyTally.NONE) {
                continue;
            }
            for (; next < moved.size() && moved.isBefore(next, values[place], viewers[place]); next++, size++) {
                mergedViewers[size] = moved.viewers[next];
                mergedValues[size] = moved.values[next];
            }
            mergedViewers[size] = viewers[place];
            mergedValues[size] = values[place];
            size++;
        }
        for (; next < moved.size(); next++, size++) {
            mergedViewers[size] = moved.viewers[next];
            mergedValues[size] = moved.values[next];
        }
        return new Standings(Arrays.copyOf(mergedViewers, size), Arrays.copyOf(mergedValues, size));
    }

    /** How many viewers are in it. */
    public int size() {
        return viewers.length;
    }

    /** The viewer at a position, 0 for the first. */
    public long viewer(int place) {
        return viewers[place];
    }

    /** The value at a position, 0 for the first. */
    public long value(int place) {
        return values[place];
    }

    /**
     * The standing of a value. For a viewer, take the value from {@link #find}, so that it is the one in the standings.
     *
     * @throws IllegalArgumentException for a value below 1, which has no standing (detail 40)
     */
    public Standing standingOf(long value) {
        if (value < 1) {
            throw new IllegalArgumentException("only a value above 0 has a standing, but is " + value);
        }
        int above = countAbove(value);
        int notBelow = countAbove(value - 1);
        return new Standing(size() - notBelow, notBelow - above, above);
    }

    /**
     * A viewer's entry in these standings; empty when they are not in it.
     *
     * @param valueHint the value that the viewer is believed to have. Found by it, the look-up is logarithmic in the
     *     size; if the value has changed since, all entries are scanned
     */
    public Optional<RankedEntry> find(long viewer, long valueHint) {
        int place = placeOf(viewer, valueHint);
        return place < 0 ? Optional.empty() : Optional.of(ranked(place));
    }

    /**
     * A viewer and their neighbours, at most {@code each} on either side; empty when the viewer is not in the
     * standings.
     *
     * @param valueHint as for {@link #find}
     */
    public List<RankedEntry> around(long viewer, long valueHint, int each) {
        int place = placeOf(viewer, valueHint);
        return place < 0 ? List.of() : page(Math.max(0, place - each), (long) place + each + 1);
    }

    /** The first viewers, at most {@code limit}. */
    public List<RankedEntry> top(int limit) {
        return page(0, limit);
    }

    /**
     * The viewers that follow a viewer with a value, at most {@code limit}: the page after the one that ended with that
     * viewer, who need not be there any more.
     */
    public List<RankedEntry> after(long value, long viewer, int limit) {
        int from = countBefore(value, viewer);
        from += from < size() && viewers[from] == viewer && values[from] == value ? 1 : 0;
        return page(from, (long) from + limit);
    }

    /**
     * The entries at the positions from {@code from}, inclusive, to {@code to}, exclusive; positions beyond the last
     * are left out.
     */
    private List<RankedEntry> page(int from, long to) {
        List<RankedEntry> page = new ArrayList<>();
        for (int place = from; place < to && place < size(); place++) {
            page.add(ranked(place));
        }
        return List.copyOf(page);
    }

    private RankedEntry ranked(int place) {
        return new RankedEntry(1 + countAbove(values[place]), viewers[place], values[place]);
    }

    private int placeOf(long viewer, long valueHint) {
        int place = countBefore(valueHint, viewer);
        if (place < size() && viewers[place] == viewer) {
            return place;
        }
        for (place = size() - 1; place >= 0 && viewers[place] != viewer; place--) {}
        return place;
    }

    private int countAbove(long value) {
        return countBefore(value, Long.MIN_VALUE);
    }

    /** How many come before a viewer with a value. */
    private int countBefore(long value, long viewer) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(middle, value, viewer)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBefore(int place, long value, long viewer) {
        return values[place] > value || (values[place] == value && viewers[place] < viewer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standings that
                && Arrays.equals(viewers, that.viewers)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(viewers) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "standings of " + size() + " viewers";
    }
}
