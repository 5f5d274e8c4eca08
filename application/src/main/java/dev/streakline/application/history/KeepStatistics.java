package dev.streakline.application.history;

import dev.streakline.domain.history.Fold;
import dev.streakline.domain.history.Policies;
import dev.streakline.domain.history.ViewerStatistics;
import dev.streakline.domain.viewing.Titles;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The one path by which statistics are made: fold the selected viewers, keep what came out, record what was achieved
 * (section 10). Whoever wants statistics made anew, for one viewer, for those that are due or for all, calls this.
 */
public final class KeepStatistics {

    private final Statistics statistics;
    private final Policies policies;
    private final InstantSource clock;

    /** Keeps these statistics by these policies. */
    public KeepStatistics(Statistics statistics, Policies policies, InstantSource clock) {
        this.statistics = statistics;
        this.policies = policies;
        this.clock = clock;
    }

    /** Folds the selected viewers as of now. */
    public Statistics.Kept keep(Selection which) {
        Instant now = clock.instant();
        return statistics.keep(which, new Folds(policies, now), now);
    }

    /** One fold for as long as the titles are the same. */
    private static final class Folds implements Statistics.Folding {

        private final Policies policies;
        private final Instant now;
        private @Nullable Titles titles;
        private @Nullable Fold fold;

        private Folds(Policies policies, Instant now) {
            this.policies = policies;
            this.now = now;
        }

        @Override
        public ViewerStatistics fold(Histories.Known known) {
            Fold current = fold;
            if (current == null || titles != known.catalogue().titles()) {
                titles = known.catalogue().titles();
                current = new Fold(titles, policies);
                fold = current;
            }
            return current.of(known.history(), now);
        }
    }
}
