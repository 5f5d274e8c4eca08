package dev.streakline.http.lifetime;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.Zones;
import dev.streakline.application.lifetime.ShowChannels;
import dev.streakline.http.lifetime.LifetimeJson.MessagesJson;
import dev.streakline.http.lifetime.LifetimeJson.WatchTimeJson;
import dev.streakline.http.web.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a viewer's channels: most counted seconds first. */
record ChannelsJson(
        String viewer,
        String zone,
        List<ChannelJson> items,
        @Nullable String nextCursor) {

    /** Defensive copy. */
    ChannelsJson {
        items = List.copyOf(items);
    }

    static ChannelsJson of(ViewerId viewer, ZoneId zone, Page.Items<ShowChannels.ChannelSummary> part) {
        LifetimeMapper shapes = new GeneratedLifetimeMapper();
        return new ChannelsJson(
                viewer.value(),
                Zones.name(zone),
                part.items().stream().map(shapes::of).toList(),
                part.nextCursor());
    }

    /** A channel on which he has watched or left a message; {@code lastActive} is the last local day of that. */
    record ChannelJson(
            String channel, WatchTimeJson watchTime, MessagesJson messages, int activeDays, LocalDate lastActive) {}
}
