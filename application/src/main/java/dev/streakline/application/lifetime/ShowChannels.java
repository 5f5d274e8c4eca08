package dev.streakline.application.lifetime;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.history.ReadHistory;
import dev.streakline.domain.history.FoldedHistory;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.lifetime.Messages;
import dev.streakline.domain.lifetime.WatchTime;
import dev.streakline.domain.viewing.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says which channels a viewer has, and how much he was there. */
public final class ShowChannels {

    private static final Comparator<Channel> MOST_FIRST = Comparator.comparingLong(
                    (Channel each) -> each.watchTime().seconds())
            .thenComparingInt(each -> each.messages().total())
            .reversed()
            .thenComparing(Channel::channel, Names.CODE_POINT_ORDER);

    private final ReadHistory histories;

    /** Answers from these histories. */
    public ShowChannels(ReadHistory histories) {
        this.histories = histories;
    }

    /**
     * The channels on which a viewer has watched or left a message up to a moment; empty when nothing is known of him.
     */
    public Optional<Answer> of(ViewerId viewer, AsOf moment) {
        return histories.of(viewer, moment).map(ShowChannels::answer);
    }

    private static Answer answer(ReadHistory.AtMoment known) {
        FoldedHistory folded = known.folded();
        return new Answer(
                known.now(),
                known.zone(),
                folded.viewer().streaks().todayAt(known.now()),
                folded.channels().stream()
                        .map(each -> Channel.of(known.catalogue().channels().nameOf(each.channel()), each.statistics()))
                        .sorted(MOST_FIRST)
                        .toList());
    }

    /**
     * Channels and what they are about.
     *
     * @param asOf the instant of the answer
     * @param zone the viewer's zone then
     * @param today his local day then
     * @param channels most counted seconds first, of equally many most messages first, then by id in code-point order
     */
    public record Answer(Instant asOf, ZoneId zone, LocalDate today, List<Channel> channels) {

        /** Defensive copy. */
        public Answer {
            channels = List.copyOf(channels);
        }
    }

    /**
     * A channel of a viewer.
     *
     * @param channel its id
     * @param activeDays local days on which he watched or left a message there, at least 1
     * @param lastActive the last of them
     */
    public record Channel(
            String channel, WatchTime watchTime, Messages messages, int activeDays, LocalDate lastActive) {

        private static Channel of(String channel, ChannelStatistics statistics) {
            return new Channel(
                    channel,
                    statistics.watchTime(),
                    statistics.messages(),
                    statistics.activity().size(),
                    LocalDate.ofEpochDay(statistics.activity().last()));
        }
    }
}
