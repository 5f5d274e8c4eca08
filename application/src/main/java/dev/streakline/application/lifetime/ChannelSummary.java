package dev.streakline.application.lifetime;

import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.lifetime.InteractionCounts;
import dev.streakline.domain.lifetime.WatchTime;
import java.time.LocalDate;

/**
 * A channel of a viewer.
 *
 * @param channel its id
 * @param activeDays local days on which the viewer was active there, at least 1
 * @param lastActive the last of them
 */
record ChannelSummary(
        String channel, WatchTime watchTime, InteractionCounts messages, int activeDays, LocalDate lastActive) {

    static ChannelSummary of(String channel, ChannelStatistics statistics) {
        return new ChannelSummary(
                channel,
                statistics.watchTime(),
                statistics.messages(),
                statistics.activity().size(),
                LocalDate.ofEpochDay(statistics.activity().last()));
    }

    /** The position among the viewer's channels. */
    ChannelCursor cursor() {
        return new ChannelCursor(watchTime.seconds(), messages.total(), watchTime.sessions(), channel);
    }
}
