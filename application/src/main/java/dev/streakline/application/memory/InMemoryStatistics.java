package dev.streakline.application.memory;

import dev.streakline.application.announcement.Announcement;
import dev.streakline.application.announcement.BadgeUnlocked;
import dev.streakline.application.announcement.MilestoneAchieved;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Histories.ViewerSnapshot;
import dev.streakline.application.intake.IntakeTallies.Holdings;
import dev.streakline.application.memory.MemoryStatistics.LastFold;
import dev.streakline.application.memory.MemoryStatistics.Outcome;
import dev.streakline.application.ranking.Listing;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.RankingValues;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.application.statistics.StatisticsChange;
import dev.streakline.application.viewer.Profile;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.milestone.RecordedAchievement;
import dev.streakline.domain.statistics.FoldResult;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Statistics in memory. A whole selection is folded in one transaction. */
public final class InMemoryStatistics implements Statistics {

    private final Memory memory;

    InMemoryStatistics(Memory memory) {
        this.memory = memory;
    }

    @Override
    public RefreshSummary refresh(Selection selection, Supplier<FoldFunction> foldFunctions, Instant now) {
        return memory.transact(transaction -> refresh(transaction, selection, foldFunctions.get(), now));
    }

    private static RefreshSummary refresh(
            MemoryTransaction transaction, Selection selection, FoldFunction foldFunction, Instant now) {
        RefreshSummary sum = RefreshSummary.NOTHING;
        for (ViewerId viewer : selection.match(new MemorySelection(transaction))) {
            try {
                sum = sum.plus(refresh(transaction, viewer, foldFunction, now));
            } catch (RuntimeException failure) {
                if (selection.isOneViewer()) {
                    throw failure;
                }
                transaction.failedFolds().add(viewer, failure, now);
            }
        }
        if (!selection.isOneViewer()) {
            transaction.marks().removeEverybody();
        }
        return sum;
    }

    private static RefreshSummary refresh(
            MemoryTransaction transaction, ViewerId viewer, FoldFunction foldFunction, Instant now) {
        RefreshSummary summary = transaction
                .history(viewer)
                .map(snapshot -> refresh(transaction, viewer, snapshot, foldFunction.fold(snapshot), now))
                .orElse(RefreshSummary.NOTHING);
        transaction.marks().remove(viewer);
        transaction.failedFolds().remove(viewer);
        return summary;
    }

    private static RefreshSummary refresh(
            MemoryTransaction transaction, ViewerId viewer, ViewerSnapshot snapshot, FoldResult folded, Instant now) {
        NameIndex channels = transaction.names().channels();
        Outcome outcome = outcome(transaction, viewer, folded);
        StatisticsChange change = new StatisticsChange(folded, outcome.listing(), now);
        transaction.rankings().update(viewer, rankingValues(change, channels));
        boolean isChanged = transaction
                .statistics()
                .store(
                        viewer,
                        new LastFold(
                                outcome,
                                new StoredStatistics(
                                        folded.viewer(),
                                        snapshot.policies(),
                                        folded.nextChangeAt(now).orElse(null)),
                                new Holdings(
                                        folded.titles(),
                                        folded.channels().size(),
                                        snapshot.history().pauses().size())));
        return new RefreshSummary(1, isChanged ? 1 : 0, announce(transaction, viewer, change));
    }

    private static Outcome outcome(MemoryTransaction transaction, ViewerId viewer, FoldResult folded) {
        Listing listing =
                transaction.profile(viewer, Instant.EPOCH).map(Profile::listing).orElse(Listing.LISTED);
        return Outcome.of(folded, transaction.names().channels(), listing);
    }

    private static Map<Population, RankingValues> rankingValues(StatisticsChange change, NameIndex channels) {
        Map<Population, RankingValues> values = new HashMap<>();
        for (ChannelEntry entry : change.folded().channels()) {
            values.put(new Population.OfChannel(channels.nameOf(entry.channel())), change.ranked(entry));
        }
        values.put(Population.DEPLOYMENT, change.ranked());
        return values;
    }

    /** Records the new announcements of a change; returns how many are achievements. */
    private static int announce(MemoryTransaction transaction, ViewerId viewer, StatisticsChange change) {
        MemoryAnnouncements announcements = transaction.announcements();
        for (ChannelEntry entry : change.folded().channels()) {
            String channel = transaction.names().channels().nameOf(entry.channel());
            change.unlocked(entry)
                    .forEach(unlock -> announcements.append(viewer, new BadgeUnlocked(channel, unlock, change.now())));
        }
        return (int) change.achieved().stream()
                .map(achievement -> new MilestoneAchieved(RecordedAchievement.of(achievement, change.now())))
                .filter(achieved -> announcements.append(viewer, achieved))
                .count();
    }

    @Override
    public StoreComparison compare(Selection selection, Supplier<FoldFunction> foldFunctions) {
        return memory.transact(transaction -> {
            FoldFunction foldFunction = foldFunctions.get();
            StoreComparison sum = StoreComparison.NOTHING;
            for (ViewerId viewer : selection.compared().match(new MemorySelection(transaction))) {
                sum = sum.plus(compare(transaction, viewer, foldFunction));
            }
            return sum;
        });
    }

    private static StoreComparison compare(MemoryTransaction transaction, ViewerId viewer, FoldFunction foldFunction) {
        return transaction
                .history(viewer)
                .map(snapshot ->
                        compare(transaction, viewer, outcome(transaction, viewer, foldFunction.fold(snapshot))))
                .orElse(StoreComparison.NOTHING);
    }

    private static StoreComparison compare(MemoryTransaction transaction, ViewerId viewer, Outcome outcome) {
        Optional<LastFold> before = transaction.currentFold(viewer);
        if (before.isEmpty()) {
            return new StoreComparison(1, 1, List.of(), List.of());
        }
        List<Unsupported> unsupported = StatisticsChange.unsupported(
                        Announcement.achievements(transaction.announcements().find(viewer)),
                        outcome.statistics().achievements())
                .stream()
                .map(recorded -> new Unsupported(viewer, recorded))
                .toList();
        boolean isEqual = before.get().outcome().equals(outcome);
        return new StoreComparison(1, 0, isEqual ? List.of() : List.of(viewer), unsupported);
    }

    @Override
    public List<SetAside> failing() {
        return memory.transact(transaction -> transaction.failedFolds().all());
    }

    @Override
    public Optional<StoredStatistics> find(ViewerId viewer) {
        return memory.transact(transaction -> transaction.currentFold(viewer)).map(LastFold::statistics);
    }
}
