package dev.streakline.application.lifetime;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.statistics.ReadHistory.Counted;
import dev.streakline.domain.catalogue.Names;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.lifetime.Messages;
import dev.streakline.domain.lifetime.WatchTime;
import dev.streakline.domain.statistics.FoldedHistory;
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
    private final @Nullable KeptLifetimes kept;

    /** Answers from these histories. */
    public ShowChannels(ReadHistory histories) {
        this(histories, null);
    }

    /** Answers from these histories, and for now from what is kept of them where that holds. */
    public ShowChannels(ReadHistory histories, @Nullable KeptLifetimes kept) {
        this.histories = histories;
        this.kept = kept;
    }

    /**
     * The channels on which a viewer has watched or left a message up to a moment; empty when nothing is known of him.
     */
    public Optional<Answer> of(ViewerId viewer, AsOf moment) {
        Optional<Answer> holding = kept == null || moment instanceof AsOf.At
                ? Optional.empty()
                : kept.onAll(viewer).map(this::answer);
        return holding.isPresent() ? holding : histories.of(viewer, moment, ShowChannels::folded);
    }

    /**
     * As {@link #of(ViewerId, AsOf)}, of the channels that follow a place, and no more than asked for.
     *
     * @param after absent for the beginning
     * @param most how many, at least 1
     */
    public Optional<Answer> page(ViewerId viewer, @Nullable Place after, int most) {
        Optional<Answer> holding = kept == null
                ? Optional.empty()
                : kept.onSome(viewer, after, most).map(this::answer);
        return holding.isPresent()
                ? holding
                : histories.of(viewer, AsOf.LIVE, known -> folded(known).page(after, most));
    }

    /** Those of a viewer's channels that follow a place, and no more than asked for. */
    public static KeptLifetimes.OnAllChannels page(KeptLifetimes.OnAllChannels all, @Nullable Place after, int most) {
        return new KeptLifetimes.OnAllChannels(
                all.viewer(),
                all.channels().entrySet().stream()
                        .map(each -> Channel.of(each.getKey(), each.getValue()))
                        .filter(each -> after == null || each.place().compareTo(after) > 0)
                        .sorted(Comparator.comparing(Channel::place))
                        .limit(most)
                        .collect(Collectors.toMap(
                                Channel::channel,
                                each -> Objects.requireNonNull(all.channels().get(each.channel())))));
    }

    private Answer answer(KeptLifetimes.OnAllChannels holding) {
        return answer(
                histories.counted(holding.viewer()),
                holding.channels().entrySet().stream().map(each -> Channel.of(each.getKey(), each.getValue())));
    }

    private static Answer folded(ReadHistory.AtMoment known) {
        FoldedHistory folded = known.folded();
        return answer(
                new Counted(folded.viewer(), known.policies(), known.now()),
                folded.channels().stream()
                        .map(each ->
                                Channel.of(known.catalogue().channels().nameOf(each.channel()), each.statistics())));
    }

    private static Answer answer(Counted viewer, Stream<Channel> channels) {
        return new Answer(
                viewer.now(),
                viewer.zone(),
                viewer.today(),
                channels.sorted(Comparator.comparing(Channel::place)).toList());
    }

    /**
     * Channels and what they are about.
     *
     * @param asOf the instant of the answer
     * @param zone the viewer's zone then
     * @param today his local day then
     * @param channels in the order of their {@link Place places}
     */
    public record Answer(Instant asOf, ZoneId zone, LocalDate today, List<Channel> channels) {

        /** Defensive copy. */
        public Answer {
            channels = List.copyOf(channels);
        }

        private Answer page(@Nullable Place after, int most) {
            return new Answer(
                    asOf,
                    zone,
                    today,
                    channels.stream()
                            .filter(each -> after == null || each.place().compareTo(after) > 0)
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

        /** Where it stands among his channels. */
        public Place place() {
            return new Place(watchTime.seconds(), messages.total(), watchTime.sessions(), channel);
        }
    }

    /**
     * A place among the channels of a viewer: most counted seconds first, of equally many most messages, then most sessions,
     * then by id in code-point order.
     */
    public record Place(long seconds, int messages, int sessions, String channel) implements Comparable<Place> {

        private static final Comparator<Place> MOST_FIRST = Comparator.comparingLong(Place::seconds)
                .thenComparingInt(Place::messages)
                .thenComparingInt(Place::sessions)
                .reversed()
                .thenComparing(Place::channel, Names.CODE_POINT_ORDER);

        @Override
        public int compareTo(Place other) {
            return MOST_FIRST.compare(this, other);
        }
    }
}
