package dev.streakline.domain.viewing;

import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.Titles;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts the distinct movies, shows and episodes that one viewer has completed (section 6). Takes sessions in
 * event-time order and sums up what was watched of each title.
 *
 * <p>Watched of a title are the seconds in the union of all stated ranges, cut at the runtime, plus the seconds of the
 * sessions that state no range. Example: of a film of 100 minutes, minutes 0 to 50 and 40 to 70 were watched: 70 of
 * 100, not completed; with ten minutes more it is.
 *
 * <p>Reusable for the next viewer after {@link #clear()}.
 */
public final class CompletionTally {

    private final Titles titles;
    private final CompletionPolicy policy;
    private final DistinctTally slots = new DistinctTally();
    private final DistinctTally shows = new DistinctTally();
    private boolean[] completed = new boolean[32];
    private long[] plainSeconds = new long[32];
    private @Nullable Ranges[] ranges = new Ranges[32];
    private int movies;
    private int episodes;

    /** A tally that serves one viewer after another. */
    public CompletionTally(Titles titles, CompletionPolicy policy) {
        this.titles = titles;
        this.policy = policy;
    }

    /** Adds a session that states that the title was completed. */
    public void markCompleted(int title) {
        int slot = slotOf(title);
        if (slot >= 0 && !completed[slot]) {
            complete(title, slot);
        }
    }

    /** Adds a session that states how long it was and no range. */
    public void addSeconds(int title, int seconds) {
        int slot = slotOf(title);
        if (slot >= 0 && !completed[slot]) {
            plainSeconds[slot] += seconds;
            updateCompletion(title, slot);
        }
    }

    /** Adds a session that states the positions {@code [from, to)} in the title, in seconds. */
    public void addRange(int title, long from, long to) {
        int slot = slotOf(title);
        if (slot >= 0 && !completed[slot]) {
            Ranges union = ranges[slot];
            if (union == null) {
                union = new Ranges();
                ranges[slot] = union;
            }
            int runtime = titles.runtimeSeconds(title);
            union.add(from, runtime > 0 ? Math.min(to, runtime) : to);
            updateCompletion(title, slot);
        }
    }

    private void updateCompletion(int title, int slot) {
        Ranges union = ranges[slot];
        long watched = plainSeconds[slot] + (union == null ? 0 : union.covered());
        if (policy.isCompleted(watched, titles.runtimeSeconds(title))) {
            complete(title, slot);
        }
    }

    private void complete(int title, int slot) {
        completed[slot] = true;
        switch (titles.kind(title)) {
            case MOVIE -> movies++;
            case EPISODE -> {
                episodes++;
                if (titles.show(title) != NameIndex.NONE) {
                    shows.indexOf(titles.show(title));
                }
            }
            case VIDEO, STREAM, UNKNOWN -> {}
        }
    }

    private int slotOf(int title) {
        if (title < 0) {
            return -1;
        }
        int known = slots.size();
        int slot = slots.indexOf(title);
        if (slot == known) {
            if (slot == completed.length) {
                completed = Arrays.copyOf(completed, 2 * slot);
                plainSeconds = Arrays.copyOf(plainSeconds, 2 * slot);
                ranges = Arrays.copyOf(ranges, 2 * slot);
            }
            completed[slot] = false;
            plainSeconds[slot] = 0;
            ranges[slot] = null;
        }
        return slot;
    }

    /** Distinct titles watched so far, completed or not. */
    public int titles() {
        return slots.size();
    }

    /** Distinct movies completed so far. */
    public int movies() {
        return movies;
    }

    /** Distinct shows of which an episode is completed so far. */
    public int shows() {
        return shows.size();
    }

    /** Distinct episodes completed so far, with or without a show. */
    public int episodes() {
        return episodes;
    }

    /** Forgets the viewer. */
    public void clear() {
        slots.clear();
        shows.clear();
        movies = 0;
        episodes = 0;
    }
}
