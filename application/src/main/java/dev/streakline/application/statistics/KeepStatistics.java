package dev.streakline.application.statistics;

import dev.streakline.application.history.Histories;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.ranking.Waiting;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.statistics.Fold;
import dev.streakline.domain.statistics.FoldedHistory;
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
public final class KeepStatistics {

    private final Statistics statistics;
    private final Rankings rankings;
    private final InstantSource clock;

    /** Keeps these statistics and makes these rankings, both of one store. */
    public KeepStatistics(Statistics statistics, Rankings rankings, InstantSource clock) {
        this.statistics = statistics;
        this.rankings = rankings;
        this.clock = clock;
    }

    /**
     * Folds the selected viewers as of now, and ranks what waits to be ranked; of {@link Selection.OnChannel} also the
     * channel, anew.
     *
     * @throws FoldRefused when a newer engine has folded
     */
    public Statistics.Kept keep(Selection which) {
        return keep(which, folded -> {});
    }

    /** As {@link #keep(Selection)}, and says how far it has come. */
    public Statistics.Kept keep(Selection which, Folded each) {
        Statistics.Kept kept = statistics.keep(which, foldings(each), now());
        if (which instanceof Selection.OnChannel on) {
            rankings.rank(new Waiting.One(new Population.Channel(on.channel())), now());
        }
        rankings.rank(waiting(which), now());
        return kept;
    }

    /** What happens all the time keeps to the pace of rankings. */
    private static Waiting waiting(Selection which) {
        return which instanceof Selection.Settled || which instanceof Selection.One
                ? new Waiting.Paced()
                : new Waiting.Changed();
    }

    /**
     * Ranks every population anew that was not on this day or later, and records who has risen since the night before. Whoever
     * is interrupted does the rest when he calls it again; several may call it at once.
     *
     * @param day in UTC, today's
     * @return how many populations were ranked
     */
    public int night(LocalDate day) {
        return rankings.rank(new Waiting.Nightly(day), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
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
                FoldedHistory statistics = folds.fold(known);
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

        private FoldedHistory fold(Histories.Known known) {
            Fold current = fold;
            if (current == null
                    || titles != known.catalogue().titles()
                    || !known.policies().equals(policies)) {
                titles = known.catalogue().titles();
                policies = known.policies();
                current = new Fold(known.catalogue().titles(), known.policies());
                fold = current;
            }
            return current.withChannels(known.history());
        }
    }
}
