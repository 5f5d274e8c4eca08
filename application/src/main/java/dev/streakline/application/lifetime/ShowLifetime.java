package dev.streakline.application.lifetime;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.ranking.Listing;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Ranking;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.ranking.ViewerRanks;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.statistics.ReadHistory.Evaluated;
import dev.streakline.application.viewer.Profiles;
import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.lifetime.LifetimeStatistics;
import dev.streakline.domain.statistics.FoldResult;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a viewer's statistics on a channel. */
public final class ShowLifetime {

    private static final LifetimeMapper MAPPER = new GeneratedLifetimeMapper();

    private final ReadHistory histories;
    private final @Nullable Store store;

    /** Reads from these histories, without ranks. */
    public ShowLifetime(ReadHistory histories) {
        this(histories, null);
    }

    /**
     * Shows statistics with ranks, all from one store: the stored ones while they are current, else computed from the
     * histories.
     *
     * @param profiles for whether a viewer has opted out of rankings
     */
    public ShowLifetime(ReadHistory histories, LifetimeStore stored, Rankings rankings, Profiles profiles) {
        this(histories, new Store(stored, rankings, profiles));
    }

    private ShowLifetime(ReadHistory histories, @Nullable Store store) {
        this.histories = histories;
        this.store = store;
    }

    /**
     * The statistics of a viewer on a channel at a moment (section 7). On a channel where the viewer was never active, or that
     * is unknown, everything is zero (section 17).
     *
     * @param channel its id; the exact text counts
     * @return empty for an unknown viewer
     */
    public Optional<LifetimeView> show(ViewerId viewer, String channel, AsOf moment) {
        if (store == null || !moment.isLive()) {
            ViewerRanks ranks = store == null ? null : ViewerRanks.PAST;
            return folded(viewer, channel, moment).map(known -> known.view(viewer, channel, ranks));
        }
        return live(store, viewer, channel);
    }

    private Optional<LifetimeView> live(Store from, ViewerId viewer, String channel) {
        Optional<LifetimeView> current = from.stored.find(viewer, channel).map(on -> {
            Known known = new Known(histories.evaluated(on.viewer()), on.channel());
            return known.view(viewer, channel, from.ranks(viewer, known, on.ranking(), on.viewerKey()));
        });
        return current.isPresent()
                ? current
                : folded(viewer, channel, AsOf.LIVE)
                        .map(known -> known.view(viewer, channel, from.ranks(viewer, known, channel)));
    }

    private Optional<Known> folded(ViewerId viewer, String channel, AsOf moment) {
        return histories.read(viewer, moment, known -> {
            FoldResult folded = known.folded();
            return new Known(
                    new Evaluated(folded.viewer(), known.policies(), known.now()),
                    folded.channels().stream()
                            .filter(each -> known.catalogue()
                                    .channels()
                                    .nameOf(each.channel())
                                    .equals(channel))
                            .map(ChannelEntry::statistics)
                            .findFirst()
                            .orElse(ChannelStatistics.NONE));
        });
    }

    /** A viewer and their statistics on the channel. */
    private record Known(Evaluated viewer, ChannelStatistics channel) {

        private LifetimeView view(ViewerId id, String channelId, @Nullable ViewerRanks ranks) {
            return MAPPER.view(
                    viewer.now(),
                    id,
                    channelId,
                    viewer.zone(),
                    LifetimeStatistics.of(channel, viewer.statistics().streaks(), viewer.now()),
                    ranks);
        }
    }

    /** The ports beside histories. */
    private record Store(LifetimeStore stored, Rankings rankings, Profiles profiles) {

        private ViewerRanks ranks(ViewerId viewer, Known known, String channel) {
            return ranks(
                    viewer,
                    known,
                    rankings.find(new Population.OfChannel(channel)).orElse(null),
                    rankings.key(viewer).orElse(null));
        }

        private ViewerRanks ranks(ViewerId viewer, Known known, @Nullable Ranking ranking, @Nullable Long viewerKey) {
            ViewerRanks ranks = ViewerRanks.in(
                    ranking,
                    viewerKey,
                    known.channel.watchTime().seconds(),
                    known.channel.messages().total());
            return ranks.isIncomplete() && hasOptedOut(viewer, known.viewer.now()) ? ranks.optedOut() : ranks;
        }

        private boolean hasOptedOut(ViewerId viewer, Instant now) {
            return profiles.find(viewer, now)
                    .filter(profile -> profile.listing() == Listing.UNLISTED)
                    .isPresent();
        }
    }
}
