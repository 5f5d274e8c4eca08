package dev.streakline.application.lifetime;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.Zones;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.statistics.ReadHistory.Evaluated;
import dev.streakline.application.view.Cursors;
import dev.streakline.application.view.Part;
import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.statistics.FoldResult;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows the channels on which a viewer was active. */
public final class ShowChannels {

    private static final Comparator<ChannelSummary> IN_ORDER = Comparator.comparing(ChannelSummary::cursor);
    private static final LifetimeMapper MAPPER = new GeneratedLifetimeMapper();

    private final ReadHistory histories;
    private final @Nullable LifetimeStore stored;

    /** Reads from these histories. */
    public ShowChannels(ReadHistory histories) {
        this(histories, null);
    }

    /** Reads from these histories, and uses stored statistics for live answers where they are current. */
    public ShowChannels(ReadHistory histories, @Nullable LifetimeStore stored) {
        this.histories = histories;
        this.stored = stored;
    }

    /** All channels on which a viewer was active up to a moment; empty for an unknown viewer. */
    public Optional<ChannelsView> show(ViewerId viewer, AsOf moment) {
        Optional<ChannelsView> current = stored == null || !moment.isLive()
                ? Optional.empty()
                : stored.findAll(viewer).map(all -> view(viewer, evaluated(all), summaries(all), Integer.MAX_VALUE));
        return current.isPresent() ? current : folded(viewer, moment, null, Integer.MAX_VALUE);
    }

    /**
     * A page of these channels; empty for an unknown viewer.
     *
     * @param cursor that the page before ends with; absent for the first page
     * @param limit the most channels of the page, at least 1
     * @throws dev.streakline.application.view.InvalidCursorException for a cursor that comes from no page
     */
    public Optional<ChannelsView> page(ViewerId viewer, @Nullable String cursor, int limit) {
        ChannelCursor after = Cursors.decode(cursor, ChannelCursor::parse);
        Optional<ChannelsView> current = stored == null
                ? Optional.empty()
                : stored.findPage(viewer, after, limit + 1)
                        .map(page -> view(viewer, evaluated(page), summaries(page), limit));
        return current.isPresent() ? current : folded(viewer, AsOf.LIVE, after, limit);
    }

    /** The channels of a viewer that follow a position, and no more than {@code most}. */
    public static LifetimeStore.OnAllChannels page(
            LifetimeStore.OnAllChannels all, @Nullable ChannelCursor after, int most) {
        Map<String, ChannelStatistics> page = following(summaries(all), after)
                .sorted(IN_ORDER)
                .limit(most)
                .collect(Collectors.toMap(
                        ChannelSummary::channel, each -> all.channels().get(each.channel())));
        return new LifetimeStore.OnAllChannels(all.viewer(), page);
    }

    private Evaluated evaluated(LifetimeStore.OnAllChannels found) {
        return histories.evaluated(found.viewer());
    }

    private static Stream<ChannelSummary> summaries(LifetimeStore.OnAllChannels found) {
        return found.channels().entrySet().stream().map(each -> ChannelSummary.of(each.getKey(), each.getValue()));
    }

    private Optional<ChannelsView> folded(ViewerId viewer, AsOf moment, @Nullable ChannelCursor after, int limit) {
        return histories.read(viewer, moment, known -> {
            FoldResult folded = known.folded();
            return view(
                    viewer,
                    new Evaluated(folded.viewer(), known.policies(), known.now()),
                    following(folded.channels().stream().map(each -> summary(known, each)), after),
                    limit);
        });
    }

    private static ChannelSummary summary(ReadHistory.HistorySnapshot known, ChannelEntry entry) {
        return ChannelSummary.of(known.catalogue().channels().nameOf(entry.channel()), entry.statistics());
    }

    private static Stream<ChannelSummary> following(Stream<ChannelSummary> channels, @Nullable ChannelCursor after) {
        return channels.filter(each -> after == null || each.cursor().compareTo(after) > 0);
    }

    private static ChannelsView view(ViewerId viewer, Evaluated evaluated, Stream<ChannelSummary> channels, int limit) {
        Part<ChannelSummary> page = Part.of(
                channels.sorted(IN_ORDER).toList(), limit, last -> last.cursor().text());
        return new ChannelsView(
                evaluated.now(),
                viewer.value(),
                Zones.name(evaluated.zone()),
                page.items().stream().map(MAPPER::view).toList(),
                page.nextCursor());
    }
}
