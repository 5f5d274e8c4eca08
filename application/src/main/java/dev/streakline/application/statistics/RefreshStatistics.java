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
 * The one path by which statistics are made: fold the selected viewers, keep what came out, record what was achieved, rank
 * the channels that they touched (section 10). Whoever wants statistics made anew, for one viewer, for those of a channel, for
 * those that are due or for all, calls this.
 */
public final class RefreshStatistics {

    private final Statistics statistics;
    private final Rankings rankings;
    private final InstantSource clock;

    /** Keeps these statistics and makes these rankings, both of one store. */
    public RefreshStatistics(Statistics statistics, Rankings rankings, InstantSource clock) {
        this.statistics = statistics;
        this.rankings = rankings;
        this.clock = clock;
    }

    /**
     * Folds the selected viewers as of now, and ranks what waits to be ranked; of {@link Selection.WatchersOf} also the
     * channel, anew.
     *
     * @throws OutdatedFoldVersionException when a newer engine has folded
     */
    public Statistics.RefreshSummary refresh(Selection selection) {
        return refresh(selection, folded -> {});
    }

    /** As {@link #refresh(Selection)}, and says how far it has come. */
    public Statistics.RefreshSummary refresh(Selection selection, ProgressListener each) {
        Statistics.RefreshSummary summary = statistics.refresh(selection, foldings(each), now());
        if (selection instanceof Selection.WatchersOf on) {
            rankings.rank(new RankingScope.OnePopulation(new Population.OfChannel(on.channel())), now());
        }
        rankings.rank(rankingScope(selection), now());
        return summary;
    }

    /** What happens all the time keeps to the pace of rankings. */
    private static RankingScope rankingScope(Selection selection) {
        return selection instanceof Selection.Settled || selection instanceof Selection.One
                ? new RankingScope.Paced()
                : new RankingScope.Changed();
    }

    /**
     * Ranks every population anew that was not on this day or later, and records who has risen since the night before. Whoever
     * is interrupted does the rest when he calls it again; several may call it at once.
     *
     * @param day in UTC, today's
     * @return how many populations were ranked
     */
    public int rebuildRankings(LocalDate day) {
        return rankings.rank(new RankingScope.Nightly(day), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Folds the selected viewers and compares what comes out with what is kept, changing nothing. */
    public Statistics.StoreComparison verify(Selection selection) {
        return verify(selection, folded -> {});
    }

    /** As {@link #verify(Selection)}, and says how far it has come. */
    public Statistics.StoreComparison verify(Selection selection, ProgressListener each) {
        return statistics.compare(selection, foldings(each));
    }

    /** Is told how many viewers were folded, after each; by several threads, not always in ascending order. */
    @FunctionalInterface
    public interface ProgressListener {

        /** So many viewers were folded. */
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
