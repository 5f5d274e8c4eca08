package dev.streakline.application.lifetime;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.Ranking;
import dev.streakline.application.statistics.Statistics.StoredStatistics;
import dev.streakline.domain.lifetime.ChannelStatistics;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is stored of viewers on channels. Safe for several threads at once. */
public interface LifetimeStore {

    /**
     * What is kept of a viewer on a channel while it holds, as {@link
     * dev.streakline.application.statistics.Statistics#find} says; with the ranking of the channel as it was last made.
     *
     * @param channel also one that nobody knows: then nothing was watched there
     * @return empty when that is
     */
    Optional<OnOneChannel> find(ViewerId viewer, String channel);

    /** The same of all channels that he was ever on, by their ids; without rankings. */
    Optional<OnAllChannels> findAll(ViewerId viewer);

    /**
     * As {@link #findAll}, of the channels that follow a place in the order of {@link ShowChannels.ChannelCursor}, and no more than asked
     * for.
     *
     * @param after absent for the beginning
     * @param most how many, at least 1
     */
    Optional<OnAllChannels> findPage(ViewerId viewer, ShowChannels.@Nullable ChannelCursor after, int most);

    /**
     * One viewer on one channel.
     *
     * @param viewerKey by which standings know him
     * @param ranking of the channel; absent when it was never ranked
     */
    record OnOneChannel(
            StoredStatistics viewer,
            long viewerKey,
            ChannelStatistics channel,
            @Nullable Ranking ranking) {}

    /** One viewer on his channels. */
    record OnAllChannels(StoredStatistics viewer, Map<String, ChannelStatistics> channels) {

        /** Defensive copy. */
        public OnAllChannels {
            channels = Map.copyOf(channels);
        }
    }
}
