package dev.streakline.application.lifetime;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.statistics.ReadHistory.Evaluated;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.lifetime.InteractionCounts;
import dev.streakline.domain.lifetime.WatchTime;
import dev.streakline.domain.statistics.FoldResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says which channels a viewer has, and how much he was there. */
public final class ShowChannels {

    private final ReadHistory histories;
    private final @Nullable LifetimeStore kept;

    /** Answers from these histories. */
    public ShowChannels(ReadHistory histories) {
        this(histories, null);
    }

    /** Answers from these histories, and for now from what is kept of them where that holds. */
    public ShowChannels(ReadHistory histories, @Nullable LifetimeStore kept) {
        this.histories = histories;
        this.kept = kept;
    }

    /**
     * The channels on which a viewer has watched or left a message up to a moment; empty when nothing is known of him.
     */
    public Optional<ChannelsView> show(ViewerId viewer, AsOf moment) {
        Optional<ChannelsView> holding = kept == null || !moment.isLive()
                ? Optional.empty()
                : kept.findAll(viewer).map(this::answer);
        return holding.isPresent() ? holding : histories.read(viewer, moment, ShowChannels::folded);
    }

    /**
     * As {@link #show(ViewerId, AsOf)}, of the channels that follow a place, and no more than asked for.
     *
     * @param after absent for the beginning
     * @param most how many, at least 1
     */
    public Optional<ChannelsView> page(ViewerId viewer, @Nullable ChannelCursor after, int most) {
        Optional<ChannelsView> holding = kept == null
                ? Optional.empty()
                : kept.findPage(viewer, after, most).map(this::answer);
        return holding.isPresent()
                ? holding
                : histories.read(viewer, AsOf.LIVE, known -> folded(known).page(after, most));
    }

    /** Those of a viewer's channels that follow a place, and no more than asked for. */
    public static LifetimeStore.OnAllChannels page(
            LifetimeStore.OnAllChannels all, @Nullable ChannelCursor after, int most) {
        return new LifetimeStore.OnAllChannels(
                all.viewer(),
                all.channels().entrySet().stream()
                        .map(each -> ChannelSummary.of(each.getKey(), each.getValue()))
                        .filter(each -> after == null || each.cursor().compareTo(after) > 0)
                        .sorted(Comparator.comparing(ChannelSummary::cursor))
                        .limit(most)
                        .collect(Collectors.toMap(
                                ChannelSummary::channel,
                                each -> Objects.requireNonNull(all.channels().get(each.channel())))));
    }

    private ChannelsView answer(LifetimeStore.OnAllChannels holding) {
        return answer(
                histories.evaluated(holding.viewer()),
                holding.channels().entrySet().stream().map(each -> ChannelSummary.of(each.getKey(), each.getValue())));
    }

    private static ChannelsView folded(ReadHistory.HistorySnapshot known) {
        FoldResult folded = known.folded();
        return answer(
                new Evaluated(folded.viewer(), known.policies(), known.now()),
                folded.channels().stream()
                        .map(each -> ChannelSummary.of(
                                known.catalogue().channels().nameOf(each.channel()), each.statistics())));
    }

    private static ChannelsView answer(Evaluated viewer, Stream<ChannelSummary> channels) {
        return new ChannelsView(
                viewer.now(),
                viewer.zone(),
                viewer.today(),
                channels.sorted(Comparator.comparing(ChannelSummary::cursor)).toList());
    }

    /**
     * Channels and what they are about.
     *
     * @param asOf the instant of the answer
     * @param zone the viewer's zone then
     * @param today his local day then
     * @param channels in the order of their {@link ChannelCursor places}
     */
    public record ChannelsView(Instant asOf, ZoneId zone, LocalDate today, List<ChannelSummary> channels) {

        /** Defensive copy. */
        public ChannelsView {
            channels = List.copyOf(channels);
        }

        private ChannelsView page(@Nullable ChannelCursor after, int most) {
            return new ChannelsView(
                    asOf,
                    zone,
                    today,
                    channels.stream()
                            .filter(each -> after == null || each.cursor().compareTo(after) > 0)
                            .limit(most)
                            .toList());
        }
    }

    /**
     * A channel of a viewer.
     *
     * @param channel its id
     * @param activeDays local days on which he watched or left a message there, at least 1
     * @param lastActive the last of them
     */
    public record ChannelSummary(
            String channel, WatchTime watchTime, InteractionCounts messages, int activeDays, LocalDate lastActive) {

        private static ChannelSummary of(String channel, ChannelStatistics statistics) {
            return new ChannelSummary(
                    channel,
                    statistics.watchTime(),
                    statistics.messages(),
                    statistics.activity().size(),
                    LocalDate.ofEpochDay(statistics.activity().last()));
        }

        /** Where it stands among his channels. */
        public ChannelCursor cursor() {
            return new ChannelCursor(watchTime.seconds(), messages.total(), watchTime.sessions(), channel);
        }
    }

    /**
     * A place among the channels of a viewer: most counted seconds first, of equally many most messages, then most sessions,
     * then by id in code-point order.
     */
    public record ChannelCursor(long seconds, int messages, int sessions, String channel)
            implements Comparable<ChannelCursor> {

        private static final Comparator<ChannelCursor> MOST_FIRST = Comparator.comparingLong(ChannelCursor::seconds)
                .thenComparingInt(ChannelCursor::messages)
                .thenComparingInt(ChannelCursor::sessions)
                .reversed()
                .thenComparing(ChannelCursor::channel, NameIndex.CODE_POINT_ORDER);

        @Override
        public int compareTo(ChannelCursor other) {
            return MOST_FIRST.compare(this, other);
        }
    }
}
