package dev.streakline.application.history;

import dev.streakline.domain.history.Fold;
import dev.streakline.domain.history.Policies;
import dev.streakline.domain.history.ViewerStatistics;
import dev.streakline.domain.viewing.Titles;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
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
        return keep(which, folded -> {});
    }

    /** As {@link #keep(Selection)}, and says how far it has come. */
    public Statistics.Kept keep(Selection which, Folded each) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return statistics.keep(which, foldings(each), now);
    }

    /** Folds the selected viewers and compares what comes out with what is kept, changing nothing. */
    public Statistics.Comparison verify(Selection which) {
        return verify(which, folded -> {});
    }

    /** As {@link #verify(Selection)}, and says how far it has come. */
    public Statistics.Comparison verify(Selection which, Folded each) {
        return statistics.compare(which, foldings(each));
    }

    /** Is told how many viewers were folded, after each; by several threads, not always in ascending order. */
    @FunctionalInterface
    public interface Folded {

        /** So many viewers were folded. */
        void reached(long viewers);
    }

    private static Supplier<Statistics.Folding> foldings(Folded each) {
        AtomicLong folded = new AtomicLong();
        return () -> {
            Folds folds = new Folds();
            return known -> {
                ViewerStatistics statistics = folds.fold(known);
                each.reached(folded.incrementAndGet());
                return statistics;
            };
        };
    }

    /** One fold for as long as titles and policies are the same. */
    private static final class Folds {

        private @Nullable Titles titles;
        private @Nullable Policies policies;
        private @Nullable Fold fold;

        private ViewerStatistics fold(Histories.Known known) {
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
