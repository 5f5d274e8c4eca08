package dev.streakline.domain.history;

import dev.streakline.domain.calendar.LocalDayClock;

/**
 * Goes through one viewer's rows in event-time order. A date-only fact counts at the first instant whose local day is
 * its date or later (detail 14). Rows that already ascend cost nothing; others are sorted by merging their natural
 * runs. Reusable for the next viewer without allocating.
 */
public final class EventTimeOrder {

    private int size;
    private long[] times = new long[256];
    private int[] rows = new int[256];
    private long[] spareTimes = new long[256];
    private int[] spareRows = new int[256];

    /** Orders the rows of a viewer. */
    public void order(ViewerHistory history, LocalDayClock days) {
        size = history.to() - history.from();
        if (times.length < size) {
            int capacity = Math.max(size, 2 * times.length);
            times = new long[capacity];
            rows = new int[capacity];
            spareTimes = new long[capacity];
            spareRows = new int[capacity];
        }
        FactColumns facts = history.facts();
        for (int i = 0; i < size; i++) {
            int row = history.from() + i;
            times[i] = facts.isDateOnly(row) ? days.startOf((int) facts.time(row)) : facts.time(row);
            rows[i] = row;
        }
        mergeRuns();
    }

    public int size() {
        return size;
    }

    /** The instant of the i-th fact in event-time order, in microseconds since 1970. */
    public long time(int i) {
        return times[i];
    }

    /** The row of the i-th fact. */
    public int row(int i) {
        return rows[i];
    }

    private void mergeRuns() {
        while (true) {
            int firstEnd = endOfRun(0);
            if (firstEnd == size) {
                return;
            }
            int to = 0;
            for (int from = 0; from < size; from = to) {
                int middle = endOfRun(from);
                to = middle == size ? size : endOfRun(middle);
                merge(from, middle, to);
            }
            long[] mergedTimes = spareTimes;
            spareTimes = times;
            times = mergedTimes;
            int[] mergedRows = spareRows;
            spareRows = rows;
            rows = mergedRows;
        }
    }

    /** The end of the ascending run from here; a descending run, as in a history listed backwards, is reversed. */
    private int endOfRun(int from) {
        int end = from + 1;
        if (end < size && times[end] < times[from]) {
            while (end < size && times[end] < times[end - 1]) {
                end++;
            }
            reverse(from, end);
        } else {
            while (end < size && times[end] >= times[end - 1]) {
                end++;
            }
        }
        return Math.min(end, size);
    }

    private void reverse(int from, int to) {
        for (int low = from, high = to - 1; low < high; low++, high--) {
            long time = times[low];
            times[low] = times[high];
            times[high] = time;
            int row = rows[low];
            rows[low] = rows[high];
            rows[high] = row;
        }
    }

    private void merge(int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            int next = right >= to || (left < middle && times[left] <= times[right]) ? left++ : right++;
            spareTimes[i] = times[next];
            spareRows[i] = rows[next];
        }
    }
}
