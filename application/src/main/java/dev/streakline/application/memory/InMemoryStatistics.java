package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.IntakeTallies.Holdings;
import dev.streakline.application.lifetime.BadgeUnlocked;
import dev.streakline.application.statistics.Statistics.RefreshSummary;
import dev.streakline.application.statistics.Statistics.StoredStatistics;
import dev.streakline.application.statistics.Statistics.Unsupported;
import dev.streakline.application.viewer.Listing;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.lifetime.BadgeUnlock;
import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.milestone.Achievement;
import dev.streakline.domain.milestone.RecordedAchievement;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.statistics.FoldResult;
import dev.streakline.domain.statistics.ViewerStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What folds gave, and the ledgers of what was announced. */
final class InMemoryStatistics {

    private final Map<ViewerId, Outcome> outcomes = new HashMap<>();
    private final Map<ViewerId, StoredStatistics> viewers = new HashMap<>();
    private final Map<ViewerId, Holdings> holdings = new HashMap<>();
    private final Map<ViewerId, List<RecordedAchievement>> achievements = new HashMap<>();
    private final Map<ViewerId, List<BadgeUnlocked>> badges = new HashMap<>();

    /** What a fold gave of one viewer. */
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
                .filter(his -> his.channels().containsKey(channel))
                .isPresent();
    }

    RefreshSummary store(
            ViewerId viewer, Outcome outcome, @Nullable Instant nextChangeAt, Policies policies, Instant now) {
        Outcome before = outcomes.put(viewer, outcome);
        viewers.put(viewer, new StoredStatistics(outcome.statistics(), policies, nextChangeAt));
        outcome.channels().forEach((channel, statistics) -> announce(viewer, channel, statistics, outcome, now));
        return new RefreshSummary(
                1,
                outcome.equals(before) ? 0 : 1,
                announce(viewer, outcome.statistics().achievements(), now));
    }

    private int announce(ViewerId viewer, List<Achievement> achieved, Instant now) {
        List<RecordedAchievement> his = achievements.computeIfAbsent(viewer, unseen -> new ArrayList<>());
        int before = his.size();
        for (Achievement achievement : achieved) {
            if (his.stream().noneMatch(announced -> announced.isOf(achievement))) {
                his.add(RecordedAchievement.of(achievement, now));
            }
        }
        return his.size() - before;
    }

    private void announce(ViewerId viewer, String channel, ChannelStatistics statistics, Outcome outcome, Instant now) {
        List<BadgeUnlocked> his = badges.computeIfAbsent(viewer, unseen -> new ArrayList<>());
        Instant since = now.minus(BadgeUnlocked.LATEST);
        for (BadgeUnlock unlock :
                statistics.unlockedAfter(since, now, outcome.statistics().streaks())) {
            if (his.stream()
                    .noneMatch(known ->
                            known.channel().equals(channel) && known.unlock().badge() == unlock.badge())) {
                his.add(new BadgeUnlocked(channel, unlock, now));
            }
        }
    }

    void erase(ViewerId viewer) {
        outcomes.remove(viewer);
        viewers.remove(viewer);
        holdings.remove(viewer);
        achievements.remove(viewer);
        badges.remove(viewer);
    }

    Optional<Outcome> outcome(ViewerId viewer) {
        return Optional.ofNullable(outcomes.get(viewer));
    }

    /** Notes what a fold found of a viewer, for limits. */
    void storeHoldings(ViewerId viewer, FoldResult folded, int pauses) {
        holdings.put(viewer, new Holdings(folded.titles(), folded.channels().size(), pauses));
    }

    Holdings holdings(ViewerId viewer) {
        return holdings.getOrDefault(viewer, Holdings.NOTHING);
    }

    Optional<StoredStatistics> viewer(ViewerId viewer) {
        return Optional.ofNullable(viewers.get(viewer));
    }

    List<RecordedAchievement> announced(ViewerId viewer) {
        return List.copyOf(achievements.getOrDefault(viewer, List.of()));
    }

    List<BadgeUnlocked> unlocked(ViewerId viewer) {
        return List.copyOf(badges.getOrDefault(viewer, List.of()));
    }

    /** What was announced of a viewer and a fold no longer gives. */
    List<Unsupported> unsupported(ViewerId viewer, ViewerStatistics statistics) {
        return announced(viewer).stream()
                .filter(announced -> statistics.achievements().stream().noneMatch(announced::isOf))
                .map(announced -> new Unsupported(viewer, announced))
                .toList();
    }
}
