package dev.streakline.domain.lifetime;

/**
 * What a viewer is to a channel.
 *
 * @param channel the channel's key, as in his facts
 */
public record ChannelEntry(int channel, ChannelStatistics statistics) {}
