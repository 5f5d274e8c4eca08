package dev.streakline.domain.lifetime;

/**
 * A viewer's statistics on one channel.
 *
 * @param channel the channel's key, as in the viewer's facts
 */
public record ChannelEntry(int channel, ChannelStatistics statistics) {}
