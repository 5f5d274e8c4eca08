package dev.streakline.application.history;

import dev.streakline.domain.history.Fold;
import dev.streakline.domain.history.Policies;
import dev.streakline.domain.history.ViewerStatistics;
import dev.streakline.domain.viewing.Titles;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one path by which statistics are made: fold the selected viewers, keep what came out, record what was achieved
 * (section 10). Whoever wants statistics made anew, for one viewer, for those that are due or for all, calls this.
 */
public final class KeepStatistics {

    private final Statistics statistics;
    private final InstantSource clock;

    /** Keeps these statistics. */
    public KeepStatistics(Statistics statistics, InstantSource clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    /**
     * Folds the selected viewers as of now.
     *
     * @throws FoldRefused when a newer engine has folded
     */
    public Statistics.Kept keep(Selection which) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return statistics.keep(which, Folds::new, now);
    }

    /** Folds the selected viewers and compares what comes out with what is kept, changing nothing. */
    public Statistics.Comparison verify(Selection which) {
        return statistics.compare(which, Folds::new);
    }

    /** One fold for as long as titles and policies are the same. */
    private static final class Folds implements Statistics.Folding {

        private @Nullable Titles titles;
        private @Nullable Policies policies;
        private @Nullable Fold fold;

        @Override
        public ViewerStatistics fold(Histories.Known known) {
            Fold current = fold;
            if (current == null
                    || titles != known.catalogue().titles()
                    || !known.policies().equals(policies)) {
                titles = known.catalogue().titles();
                policies = known.policies();
                current = new Fold(known.catalogue().titles(), known.policies());
                fold = current;
            }
            return current.of(known.history());
        }
    }
}
