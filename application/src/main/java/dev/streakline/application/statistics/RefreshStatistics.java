package dev.streakline.application.statistics;

import dev.streakline.application.history.Histories;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.RankingScope;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.statistics.Fold;
import dev.streakline.domain.statistics.FoldResult;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Folds the selected viewers, stores the outcome, announces achievements, and ranks changed populations (section 10).
 * All stored statistics are made here. {@link StatisticsChange} decides what a fold brings about, and
 * {@link RankingScope} which populations are ranked, and how.
 */
public final class RefreshStatistics {

    private final Statistics statistics;
    private final Rankings rankings;
    private final InstantSource clock;

    /** Refreshes these statistics and rankings, both of one store. */
    public RefreshStatistics(Statistics statistics, Rankings rankings, InstantSource clock) {
        this.statistics = statistics;
        this.rankings = rankings;
        this.clock = clock;
    }

    /**
     * Folds the selected viewers as of now, and ranks the populations with changed viewers. The ranking of a channel whose
     * viewers are selected is rebuilt from all values.
     *
     * @throws OutdatedFoldVersionException when a newer version has folded in this store
     */
    public Statistics.RefreshSummary refresh(Selection selection) {
        return refresh(selection, folded -> {});
    }

    /** As {@link #refresh(Selection)}, and reports progress. */
    public Statistics.RefreshSummary refresh(Selection selection, ProgressListener each) {
        Statistics.RefreshSummary summary = statistics.refresh(selection, foldings(each), now());
        selection
                .channelToRebuild()
                .map(Population.OfChannel::new)
                .ifPresent(population -> rankings.rank(new RankingScope.OnePopulation(population), now()));
        rankings.rank(selection.isRoutine() ? new RankingScope.Paced() : new RankingScope.Changed(), now());
        return summary;
    }

    /**
     * Rebuilds every ranking that was not rebuilt on this day or later, and announces the viewers who have risen since the
     * nightly ranking before. It is safe to interrupt and call again, and to call several times at once.
     *
     * @param day today in UTC
     * @return how many populations were ranked
     */
    public int rebuildRankings(LocalDate day) {
        return rankings.rank(new RankingScope.Nightly(day), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Folds the selected viewers and compares the outcome with what is stored; changes nothing. */
    public Statistics.StoreComparison verify(Selection selection) {
        return verify(selection, folded -> {});
    }

    /** As {@link #verify(Selection)}, and reports progress. */
    public Statistics.StoreComparison verify(Selection selection, ProgressListener each) {
        return statistics.compare(selection, foldings(each));
    }

    /** Listens to progress. It is called by several threads, not always in ascending order. */
    @FunctionalInterface
    public interface ProgressListener {

        /** Called after each fold with the number of viewers folded so far. */
        void onFolded(long viewers);
    }

    private static Supplier<Statistics.FoldFunction> foldings(ProgressListener each) {
        AtomicLong folded = new AtomicLong();
        return () -> {
            Folds folds = new Folds();
            return snapshot -> {
                FoldResult statistics = folds.fold(snapshot);
                each.onFolded(folded.incrementAndGet());
                return statistics;
            };
        };
    }

    /** One fold for as long as titles and policies are the same. */
    private static final class Folds {

        private @Nullable Titles titles;
        private @Nullable Policies policies;
        private @Nullable Fold fold;

        private FoldResult fold(Histories.ViewerSnapshot snapshot) {
            Fold current = fold;
            if (current == null
                    || titles != snapshot.catalogue().titles()
                    || !snapshot.policies().equals(policies)) {
                titles = snapshot.catalogue().titles();
                policies = snapshot.policies();
                current = new Fold(snapshot.catalogue().titles(), snapshot.policies());
                fold = current;
            }
            return current.withChannels(snapshot.history());
        }
    }
}
