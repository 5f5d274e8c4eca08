package dev.streakline.cli.statistics;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.Zones;
import dev.streakline.application.lifetime.ShowChannels;
import dev.streakline.cli.statistics.ChannelAnswer.MessagesJson;
import dev.streakline.cli.statistics.ChannelAnswer.WatchTimeJson;
import java.util.List;

/** The channels of one viewer, as {@code stats --channels --json} prints them: most counted seconds first. */
public record ChannelsAnswer(String viewer, String asOf, String zone, List<ChannelJson> channels) {

    /** The answer about one viewer. */
    public static ChannelsAnswer of(ViewerId viewer, ShowChannels.ChannelsView view) {
        return new ChannelsAnswer(
                viewer.value(),
                view.asOf().toString(),
                Zones.name(view.zone()),
                view.channels().stream().map(ChannelJson::of).toList());
    }

    /** A channel on which he has watched or left a message; {@code lastActive} is the last local day of that. */
    public record ChannelJson(
            String channel, WatchTimeJson watchTime, MessagesJson messages, int activeDays, String lastActive) {

        static ChannelJson of(ShowChannels.ChannelSummary channel) {
            return new ChannelJson(
                    channel.channel(),
                    WatchTimeJson.of(channel.watchTime()),
                    MessagesJson.of(channel.messages()),
                    channel.activeDays(),
                    channel.lastActive().toString());
        }
    }
}
