package dev.streakline.application.statistics;

import dev.streakline.application.announcement.BadgeUnlocked;
import dev.streakline.application.ranking.Listing;
import dev.streakline.application.ranking.RankingValues;
import dev.streakline.domain.lifetime.BadgeUnlock;
import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.milestone.Achievement;
import dev.streakline.domain.milestone.RecordedAchievement;
import dev.streakline.domain.statistics.FoldResult;
import java.time.Instant;
import java.util.List;

/**
 * The effects of a viewer's fold: announcements, unless already recorded, and the values by which the viewer is ranked.
 * A store only writes them. Nothing is computed before it is needed, since most folds change nothing.
 *
 * @param listing whether the viewer is ranked
 * @param now when announcements are recorded
 */
public record StatisticsChange(FoldResult folded, Listing listing, Instant now) {

    /** The values by which the viewer is ranked in the whole deployment. */
    public RankingValues ranked() {
        int messages = folded.channels().stream()
                .mapToInt(entry -> entry.statistics().messages().total())
                .sum();
        return RankingValues.of(listing, folded.viewer().totals().seconds(), messages);
    }

    /** The values by which the viewer is ranked on one channel of the fold. */
    public RankingValues ranked(ChannelEntry entry) {
        ChannelStatistics statistics = entry.statistics();
        return RankingValues.of(
                listing, statistics.watchTime().seconds(), statistics.messages().total());
    }

    /** The achievements to announce, however old they are; one that was ever announced is not announced again. */
    public List<Achievement> achieved() {
        return folded.viewer().achievements();
    }

    /**
     * The badges of one channel of the fold to announce: those that were unlocked at most {@link BadgeUnlocked#MAX_AGE} before
     * {@code now}. One that was ever announced is not announced again.
     */
    public List<BadgeUnlock> unlocked(ChannelEntry entry) {
        return entry.statistics()
                .unlockedAfter(
                        now.minus(BadgeUnlocked.MAX_AGE), now, folded.viewer().streaks());
    }

    /** Those of the announced achievements that the facts no longer support, in their order. */
    public static List<RecordedAchievement> unsupported(
            List<RecordedAchievement> announced, List<Achievement> supported) {
        return announced.stream()
                .filter(recorded -> supported.stream().noneMatch(recorded::isOf))
                .toList();
    }
}
