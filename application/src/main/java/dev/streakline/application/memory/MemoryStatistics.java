package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.IntakeTallies.Holdings;
import dev.streakline.application.ranking.Listing;
import dev.streakline.application.statistics.Statistics.StoredStatistics;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.statistics.FoldResult;
import dev.streakline.domain.statistics.ViewerStatistics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The results of the last fold of each viewer. */
final class MemoryStatistics {

    private final Map<ViewerId, LastFold> folds = new HashMap<>();

    /**
     * The result of a fold for one viewer.
     *
     * @param holdings for limits
     */
    record LastFold(Outcome outcome, StoredStatistics statistics, Holdings holdings) {

        boolean isOn(String channel) {
            return outcome.channels().containsKey(channel);
        }
    }

    /** The values that decide whether a fold changed anything. */
    record Outcome(ViewerStatistics statistics, Map<String, ChannelStatistics> channels, Listing listing) {

        static Outcome of(FoldResult folded, NameIndex channels, Listing listing) {
            return new Outcome(
                    folded.viewer(),
                    folded.channels().stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    on -> channels.nameOf(on.channel()), ChannelEntry::statistics)),
                    listing);
        }
    }

    /** Stores the result of a fold; returns whether it differs from the one before. */
    boolean store(ViewerId viewer, LastFold fold) {
        LastFold before = folds.put(viewer, fold);
        return before == null || !before.outcome().equals(fold.outcome());
    }

    void erase(ViewerId viewer) {
        folds.remove(viewer);
    }

    /** The result of the last fold; empty before the first. */
    Optional<LastFold> find(ViewerId viewer) {
        return Optional.ofNullable(folds.get(viewer));
    }
}
