package dev.streakline.application.statistics;

import dev.streakline.application.announcement.BadgeUnlocked;
import dev.streakline.application.ranking.Listing;
import dev.streakline.application.ranking.RankingValues;
import dev.streakline.domain.lifetime.BadgeUnlock;
import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.lifetime.WatchTime;
import dev.streakline.domain.milestone.Achievement;
import dev.streakline.domain.milestone.RecordedAchievement;
import dev.streakline.domain.statistics.FoldResult;
import java.time.Instant;
import java.util.List;

/**
 * What the fold of one viewer brings about: what is announced unless it has been, and what the viewer is ranked by. A store
 * only writes it.
 *
 * @param ranked by in the whole deployment
 * @param achieved the achievements to announce; one that was ever announced is not announced again
 * @param channels one for each channel of the fold, in its order
 */
public record StatisticsChange(RankingValues ranked, List<Achievement> achieved, List<OnChannel> channels) {

    /** Defensive copies. */
    public StatisticsChange {
        achieved = List.copyOf(achieved);
        channels = List.copyOf(channels);
    }

    /**
     * What it brings about on one channel.
     *
     * @param entry the channel, by its number in the fold, with its statistics
     * @param ranked by on this channel
     * @param unlocked the badges to announce; one that was ever announced is not announced again
     */
    public record OnChannel(ChannelEntry entry, RankingValues ranked, List<BadgeUnlock> unlocked) {

        /** Defensive copy. */
        public OnChannel {
            unlocked = List.copyOf(unlocked);
        }
    }

    /**
     * Decides what a fold brings about. A milestone is announced however long ago it was achieved; a badge only if it was
     * unlocked at most {@link BadgeUnlocked#MAX_AGE} before {@code now}.
     *
     * @param listing whether the viewer is ranked
     */
    public static StatisticsChange of(FoldResult folded, Listing listing, Instant now) {
        Instant since = now.minus(BadgeUnlocked.MAX_AGE);
        int messages = 0;
        for (ChannelEntry entry : folded.channels()) {
            messages += entry.statistics().messages().total();
        }
        return new StatisticsChange(
                RankingValues.of(listing, folded.viewer().totals().seconds(), messages),
                folded.viewer().achievements(),
                folded.channels().stream()
                        .map(entry -> new OnChannel(
                                entry,
                                ranked(listing, entry.statistics()),
                                entry.statistics()
                                        .unlockedAfter(
                                                since, now, folded.viewer().streaks())))
                        .toList());
    }

    private static RankingValues ranked(Listing listing, ChannelStatistics statistics) {
        WatchTime watchTime = statistics.watchTime();
        return RankingValues.of(
                listing, watchTime.seconds(), statistics.messages().total());
    }

    /** Those of the announced achievements that the facts no longer support, in their order. */
    public static List<RecordedAchievement> unsupported(
            List<RecordedAchievement> announced, List<Achievement> supported) {
        return announced.stream()
                .filter(recorded -> supported.stream().noneMatch(recorded::isOf))
                .toList();
    }
}
