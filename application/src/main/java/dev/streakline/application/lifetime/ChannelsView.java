package dev.streakline.application.lifetime;

import dev.streakline.application.lifetime.LifetimeView.MessagesView;
import dev.streakline.application.lifetime.LifetimeView.WatchTimeView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Channels on which a viewer was active, or a page of them: most counted seconds first, then most messages, then most sessions,
 * then by id in code-point order.
 *
 * @param asOf the moment
 * @param zone the viewer's zone at the moment
 * @param nextCursor the cursor of the next page; absent on the last
 */
public record ChannelsView(
        Instant asOf,
        String viewer,
        String zone,
        List<ChannelView> items,
        @Nullable String nextCursor) {

    /** Defensive copy. */
    public ChannelsView {
        items = List.copyOf(items);
    }

    /**
     * A channel.
     *
     * @param activeDays local days on which the viewer was active there, at least 1
     * @param lastActive the last of them
     */
    public record ChannelView(
            String channel, WatchTimeView watchTime, MessagesView messages, int activeDays, LocalDate lastActive) {}
}
