package dev.streakline.application.lifetime;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.Ranking;
import dev.streakline.application.statistics.Statistics.StoredStatistics;
import dev.streakline.domain.lifetime.ChannelStatistics;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored statistics of viewers on channels. Safe for use by several threads. */
public interface LifetimeStore {

    /**
     * The stored statistics of a viewer on a channel, while they are current as
     * {@link dev.streakline.application.statistics.Statistics#find} defines it, with the last ranking of the channel.
     *
     * @param channel may be unknown; then its statistics are empty
     * @return empty when there are none
     */
    Optional<OnOneChannel> find(ViewerId viewer, String channel);

    /** The same of all channels on which the viewer was ever active, by their ids; without rankings. */
    Optional<OnAllChannels> findAll(ViewerId viewer);

    /**
     * As {@link #findAll}, of the channels that follow a position in the order of {@link ChannelCursor}.
     *
     * @param after absent for the first
     * @param most the most channels, at least 1
     */
    Optional<OnAllChannels> findPage(ViewerId viewer, @Nullable ChannelCursor after, int most);

    /**
     * One viewer on one channel.
     *
     * @param viewerKey the viewer's key in standings
     * @param ranking the last of the channel; absent when it was never ranked
     */
    record OnOneChannel(
            StoredStatistics viewer,
            long viewerKey,
            ChannelStatistics channel,
            @Nullable Ranking ranking) {}

    /** One viewer on all their channels. */
    record OnAllChannels(StoredStatistics viewer, Map<String, ChannelStatistics> channels) {

        /** Defensive copy. */
        public OnAllChannels {
            channels = Map.copyOf(channels);
        }
    }
}
