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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what a viewer is to a channel. */
public final class ShowLifetime {

    private final ReadHistory histories;
    private final @Nullable Store store;

    /** Answers from these histories, without ranks. */
    public ShowLifetime(ReadHistory histories) {
        this(histories, null);
    }

    /**
     * Answers with ranks, all of one store; from what is kept where that holds, and else from the histories.
     *
     * @param profiles tell why somebody is not ranked
     */
    public ShowLifetime(ReadHistory histories, LifetimeStore kept, Rankings rankings, Profiles profiles) {
        this(histories, new Store(kept, rankings, profiles));
    }

    private ShowLifetime(ReadHistory histories, @Nullable Store store) {
        this.histories = histories;
        this.store = store;
    }

    /**
     * What a viewer is to a channel at a moment (section 7); nothing at all, in zeros, to one where he never was or that nobody
     * knows (section 17).
     *
     * @param channel its id; the exact text counts
     * @return empty when nothing is known of the viewer
     */
    public Optional<LifetimeView> show(ViewerId viewer, String channel, AsOf moment) {
        if (store == null || !moment.isLive()) {
            ViewerRanks ranks = store == null ? null : ViewerRanks.PAST;
            return folded(viewer, channel, moment).map(known -> known.answer(channel, ranks));
        }
        return live(store, viewer, channel);
    }

    private Optional<LifetimeView> live(Store from, ViewerId viewer, String channel) {
        Optional<LifetimeView> holding = from.kept.find(viewer, channel).map(on -> {
            Known known = new Known(histories.evaluated(on.viewer()), on.channel());
            return known.answer(channel, from.ranks(viewer, known, on.ranking(), on.viewerKey()));
        });
        return holding.isPresent()
                ? holding
                : folded(viewer, channel, AsOf.LIVE)
                        .map(known -> known.answer(channel, from.ranks(viewer, known, channel)));
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

    /** What facts say of a viewer and of what he did on the channel. */
    private record Known(Evaluated viewer, ChannelStatistics channel) {

        private LifetimeView answer(String id, @Nullable ViewerRanks ranks) {
            return new LifetimeView(
                    viewer.now(),
                    viewer.zone(),
                    viewer.today(),
                    id,
                    LifetimeStatistics.of(channel, viewer.statistics().streaks(), viewer.now()),
                    ranks);
        }
    }

    /** What is to be had beside histories. */
    private record Store(LifetimeStore kept, Rankings rankings, Profiles profiles) {

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

    /**
     * What a viewer is to a channel, and what that is about.
     *
     * @param asOf the instant of the answer
     * @param zone the viewer's zone then
     * @param today his local day then
     * @param channel its id
     * @param ranks where he stands on the channel; absent where nobody is ranked
     */
    public record LifetimeView(
            Instant asOf,
            ZoneId zone,
            LocalDate today,
            String channel,
            LifetimeStatistics statistics,
            @Nullable ViewerRanks ranks) {}
}
