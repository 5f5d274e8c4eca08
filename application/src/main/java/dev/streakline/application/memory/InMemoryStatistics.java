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

/** What folds gave. */
final class InMemoryStatistics {

    private final Map<ViewerId, Outcome> outcomes = new HashMap<>();
    private final Map<ViewerId, StoredStatistics> viewers = new HashMap<>();
    private final Map<ViewerId, Holdings> holdings = new HashMap<>();

    /** What a fold gave for one viewer. */
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

    boolean isOn(ViewerId viewer, String channel) {
        return outcome(viewer)
                .filter(outcome -> outcome.channels().containsKey(channel))
                .isPresent();
    }

    /** Stores what a fold gave; returns whether it differs from what was stored before. */
    boolean store(ViewerId viewer, Outcome outcome, StoredStatistics statistics) {
        viewers.put(viewer, statistics);
        return !outcome.equals(outcomes.put(viewer, outcome));
    }

    void erase(ViewerId viewer) {
        outcomes.remove(viewer);
        viewers.remove(viewer);
        holdings.remove(viewer);
    }

    Optional<Outcome> outcome(ViewerId viewer) {
        return Optional.ofNullable(outcomes.get(viewer));
    }

    /** Stores what a fold found of a viewer, for limits. */
    void storeHoldings(ViewerId viewer, FoldResult folded, int pauses) {
        holdings.put(viewer, new Holdings(folded.titles(), folded.channels().size(), pauses));
    }

    Holdings holdings(ViewerId viewer) {
        return holdings.getOrDefault(viewer, Holdings.NOTHING);
    }

    Optional<StoredStatistics> viewer(ViewerId viewer) {
        return Optional.ofNullable(viewers.get(viewer));
    }
}
